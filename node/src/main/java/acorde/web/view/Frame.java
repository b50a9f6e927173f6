package acorde.web.view;

import acorde.compact.Disclosure;
import acorde.offices.Role;
import acorde.web.words.Bilingual;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import acorde.web.words.Words;
import gg.jte.Content;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page: the reader's language and time, whose node this is, who is signed in. Templates call it
 * {@code p}.
 *
 * @param path the path and query of this page, which the language switch leads back to
 * @param node whose node it is; absent on the public page
 * @param reader who is signed in; absent before
 * @param waiting how many proposals await this party's word
 * @param exercise whether people and acts are invented, which every page then says
 * @param token the hidden field every form carries, if forms need one
 * @param foot this node's own log, when it may be shown
 * @param signed what the reader has just signed; null on most pages
 */
public record Frame(
        Formats formats,
        String path,
        @Nullable Node node,
        @Nullable Reader reader,
        int waiting,
        boolean exercise,
        @Nullable Token token,
        @Nullable Foot foot,
        @Nullable Signed signed) { // what surrounds a page

    /** After which nothing was signed. */
    public Frame(
            Formats formats,
            String path,
            @Nullable Node node,
            @Nullable Reader reader,
            int waiting,
            boolean exercise,
            @Nullable Token token,
            @Nullable Foot foot) { // what surrounds a page
        this(formats, path, node, reader, waiting, exercise, token, foot, null);
    }

    /** The tabs of the masthead. */
    public enum Tab {
        HOME,
        WORK,
        COMPACT,
        PROPOSALS,
        GROUPS,
        EXCHANGE,
        PARTNERS,
        OVERSIGHT
    }

    /** @param body the ministry or department through which the party acts */
    public record Node(String party, Bilingual body) {}

    /** @param role what the office of the reader may do here */
    public record Reader(String name, Bilingual office, Role role) {}

    /** Whether the reader may say something for the party: propose and answer. */
    public boolean speaks() {
        return reader != null && reader.role == Role.COORDINATOR;
    }

    /** Whether the reader may have something to say for the party, and files to send with it. */
    public boolean sendsFiles() {
        return reader != null
                && switch (reader.role) {
                    case COORDINATOR, REPRESENTATIVE, LIAISON, ANALYST, PROTECTION_OFFICER -> true;
                    case SUPERVISOR, ADMINISTRATOR, OBSERVER -> false;
                };
    }

    /** Whether the reader reports for the party on what it owes. */
    public boolean reports() {
        return reader != null && (reader.role == Role.COORDINATOR || reader.role == Role.REPRESENTATIVE);
    }

    /** Whether the reader keeps the offices and accounts. */
    public boolean administers() {
        return reader != null && reader.role == Role.ADMINISTRATOR;
    }

    /** The token against forged requests. */
    public record Token(String name, String value) {}

    /**
     * @param head this node's last act, such as HN/412
     * @param verified when all logs were last read again; absent when nobody has asked for it
     */
    public record Foot(String head, @Nullable Instant verified, String compact, String charterWords) {}

    /** The same page in another language, for what stands on it in both. */
    public Frame speaking(Language language) {
        return new Frame(formats.in(language), path, node, reader, waiting, exercise, token, foot, signed);
    }

    public Words words() {
        return formats.words();
    }

    public Language language() {
        return words().language();
    }

    public String say(String key, Object... arguments) {
        return words().say(key, arguments);
    }

    public Content mix(String key, Object... arguments) {
        return words().mix(key, arguments);
    }

    public Content mix(Enum<?> constant, Object... arguments) {
        return words().mix(Words.keyOf(constant), arguments);
    }

    /** Somebody's words as part of a sentence of ours, which has its own full stop. */
    public String quoted(String words) {
        var whole = words.strip();
        var stopped = whole.endsWith(".") && !whole.endsWith("..");
        return say("quote", stopped ? whole.substring(0, whole.length() - 1) : whole);
    }

    /** An item as a sentence names it: the code of an initiative, the kind and code of anything else. */
    public String item(String name) {
        var parts = name.split("/", 2);
        var key = "item." + parts[0];
        return parts.length == 2 && words().knows(key) ? say(key, parts[1]) : name;
    }

    /** The same where no sentence stands before it. */
    public String itemAlone(String name) {
        var said = item(name);
        return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
    }

    /** What an act of that kind does, in words; a kind that this node does not know stays as it is. */
    public String kind(String kind) {
        var key = "kind." + kind;
        return words().knows(key) ? say(key) : kind;
    }

    public String of(Enum<?> constant, Object... arguments) {
        return words().of(constant, arguments);
    }

    public String in(Bilingual text) {
        return text.in(language());
    }

    public String party(String code) {
        return words().party(code);
    }

    /** The party as the subject that opens a sentence: English says "The United States". */
    public String subject(String code) {
        String name = words().partyWithin(code);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The party within a sentence: English says "the United States". */
    public String within(String code) {
        return words().partyWithin(code);
    }

    /** Parties within a sentence, as {@link #within}. */
    public String partiesWithin(Collection<String> codes) {
        return words().list(codes.stream().map(this::within).toList());
    }

    /** Parties as the subject that opens a sentence, as {@link #subject}. */
    public String subjects(List<String> codes) {
        String all = partiesWithin(codes);
        return all.isEmpty() ? all : all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1);
    }

    public String parties(Collection<String> codes) {
        return words().list(words().parties(codes));
    }

    public String day(LocalDate date) {
        return formats.day(date);
    }

    public String moment(Instant instant) {
        return formats.moment(instant);
    }

    public String number(long value) {
        return formats.number(value);
    }

    public String measured(BigDecimal value, Bilingual unit) {
        return formats.measured(value, in(unit));
    }

    /** What everybody may know of a number: "al menos 40 personas". */
    public String disclosed(Disclosure disclosure, Bilingual unit) {
        return switch (disclosure) {
            case Disclosure.Exact(var number) -> measured(number, unit);
            case Disclosure.AtLeast(var number) -> say("indicator.atLeast", measured(number, unit));
            case Disclosure.Withheld _ -> say("indicator.withheld");
        };
    }

    /** "venció el 24 jul 2019" or "vence el 31 ene 2027", as a fact; whether it was kept is another matter. */
    public String due(LocalDate date) {
        return say(date.isBefore(formats.today()) ? "due.past" : "due.future", day(date));
    }

    /** Whose log the page speaks of as "ours". */
    public String here() {
        return node == null ? "" : party(node.party());
    }

    public static String tabLink(Tab tab) {
        return switch (tab) {
            case HOME -> Links.HOME;
            case WORK -> Links.WORK;
            case COMPACT -> Links.COMPACT;
            case PROPOSALS -> Links.PROPOSALS;
            case GROUPS -> Links.GROUPS;
            case EXCHANGE -> Links.EXCHANGE;
            case PARTNERS -> Links.PARTNERS;
            case OVERSIGHT -> Links.OVERSIGHT;
        };
    }
}
