package acorde.web.groups;

import acorde.compact.CharterText;
import acorde.compact.Proposal;
import acorde.compact.Remark;
import acorde.compact.Word;
import acorde.groups.Course;
import acorde.groups.DecisionText;
import acorde.groups.Point;
import acorde.groups.Proceedings;
import acorde.groups.Span;
import acorde.groups.When;
import acorde.groups.Where;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import acorde.web.view.Chord;
import acorde.web.view.OfficeName;
import acorde.web.words.Bilingual;
import acorde.web.words.Difference;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import acorde.web.words.Words;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What groups say, as pages show it. */
public final class Shown {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Shown() {}

    public static Bilingual words(acorde.compact.Bilingual text) {
        return new Bilingual(text.es(), text.en());
    }

    /** What an office is called, told from its code alone. */
    public static acorde.compact.Bilingual office(OfficeCode code) {
        return new acorde.compact.Bilingual(
                OfficeName.in(Words.in(Language.ES), code), OfficeName.in(Words.in(Language.EN), code));
    }

    /** The reader's language, or the other one where only that was written; empty if nothing was. */
    public static String remark(@Nullable Remark remark, Language language) {
        if (remark == null) return "";
        var own = language == Language.ES ? remark.es() : remark.en();
        var other = language == Language.ES ? remark.en() : remark.es();
        return own != null ? own : other != null ? other : "";
    }

    /** A text in both languages, each made for itself. */
    static Bilingual both(Function<Language, String> text) {
        return new Bilingual(text.apply(Language.ES), text.apply(Language.EN));
    }

    /** When and where a meeting is to be: on the clock it is called by, and on that of each party. */
    static Bilingual meeting(When when, Where where, List<CharterText.Party> parties, Formats formats) {
        return both(language -> {
            var words = Words.in(language);
            var spoken = formats.in(language);
            var lines = new ArrayList<String>();
            lines.add(spoken.dayLong(when.day()) + ", " + hours(when, when.zone(), words) + ".");
            for (var party : parties) {
                var day = when.start().atZone(party.zone()).toLocalDate();
                var name = words.party(party.code().value());
                lines.add(words.say("signing.clock", name, spoken.dayLong(day), hours(when, party.zone(), words)));
            }
            var place = where.place();
            var link = where.link();
            if (place != null)
                lines.add(words.say("meeting.place") + ": " + words(place).in(language));
            if (link != null) lines.add(words.say("signing.link", link));
            return String.join("\n", lines);
        });
    }

    /** A meeting that is called with others after it. @param times of all that are called now */
    static Bilingual repeated(Bilingual meeting, List<LocalDateTime> times, Formats formats) {
        return both(language -> {
            var days = times.stream()
                    .map(time -> formats.in(language).day(time.toLocalDate()))
                    .toList();
            var words = Words.in(language);
            return meeting.in(language) + "\n" + words.say("signing.series", days.size(), words.list(days));
        });
    }

    private static String hours(When when, ZoneId zone, Words words) {
        return words.say(
                "meeting.hours", clock(when.start(), zone), clock(when.end(), zone), offset(zone, when.start()));
    }

    /** With the time it is now on the clock of the meeting, and who is there. */
    static Bilingual happening(Bilingual called, When when, Moment moment, Formats formats) {
        return both(language -> {
            var words = Words.in(language);
            var day = formats.in(language).dayLong(LocalDate.ofInstant(moment.now(), when.zone()));
            var present = moment.present().stream()
                    .map(party -> words.partyWithin(party.value()))
                    .toList();
            return called.in(language) + "\n"
                    + words.say("signing.now", day, clock(moment.now(), when.zone()), offset(when.zone(), moment.now()))
                    + "\n"
                    + (present.isEmpty()
                            ? words.say("signing.present.none")
                            : words.say("signing.present", words.list(present)));
        });
    }

    /** The present, and who is recorded as being there. */
    record Moment(Instant now, Collection<PartyCode> present) {}

    /** With the reason for it. */
    static Bilingual because(Bilingual what, Remark why) {
        return under(what, "meeting.why", why);
    }

    /** With what is said beside it on a line of its own. @param key of the word before it, @param said null if nothing is */
    static Bilingual under(Bilingual what, String key, @Nullable Remark said) {
        return both(language -> what.in(language) + "\n" + Words.in(language).say(key)
                + (said == null ? "." : ": " + remark(said, language)));
    }

    /** When somebody was there for a party, and who, on the clock of the meeting. */
    static Bilingual presence(PartyCode of, List<Span> spans, When when) {
        return both(language -> {
            var words = Words.in(language);
            var lines = new ArrayList<String>();
            lines.add(words.say("signing.presence", words.partyWithin(of.value()), offset(when.zone(), when.start())));
            if (spans.isEmpty()) lines.add(words.say("signing.presence.none"));
            for (var span : spans) {
                var from = clock(span.from(), when.zone());
                var office = words(office(span.office())).in(language);
                var until = span.until() == null ? "" : clock(span.until(), when.zone());
                lines.add(
                        until.isEmpty()
                                ? words.say("signing.presence.since", from, office)
                                : until.equals(from)
                                        ? words.say("signing.presence.moment", from, office)
                                        : words.say("signing.presence.span", from, until, office));
            }
            return String.join("\n", lines);
        });
    }

    /** A decision whole: its words, what it is about, and what it gives whom to do. */
    static Bilingual decision(DecisionText decision, Formats formats) {
        return both(language -> {
            var words = Words.in(language);
            var lines = new ArrayList<String>();
            lines.add(words(decision.text()).in(language));
            if (decision.initiative() != null)
                lines.add(words.say("decision.initiative") + ": " + decision.initiative());
            for (var action : decision.actions()) {
                var day = formats.in(language).day(action.due());
                var gives = words.say(
                        "decision.gives", words.partyWithin(action.owner().value()), day);
                lines.add(gives + " " + words(action.what()).in(language));
            }
            return String.join("\n", lines);
        });
    }

    /** The line that says to which point of the agenda a decision is put. */
    static String put(Course.Proposed point, Language language) {
        return Words.in(language).say("decision.point") + ": "
                + words(point.point().title()).in(language) + "\n";
    }

    /** Points of an agenda, a line each: its place, its title, what it is about, and why it is there. */
    static Bilingual points(List<Point> points) {
        return both(language -> {
            var lines = new ArrayList<String>();
            for (var point : points) {
                var why = Words.in(language).say("agenda.why." + point.why());
                var about = point.about() == null ? "" : point.about() + ": ";
                var title = about + words(point.title()).in(language);
                lines.add((lines.size() + 1) + ". " + title + " (" + why + ")");
            }
            return String.join("\n", lines);
        });
    }

    /** The same of points that were proposed. */
    static Bilingual proposed(List<Course.Proposed> points) {
        return points(points.stream().map(Course.Proposed::point).toList());
    }

    /** Who has said what to a text, in the order of the directory. */
    static Chord chord(Chord.Matter matter, Proceedings proceedings, Proposal proposal, List<PartyCode> parties) {
        return new Chord(
                matter,
                parties.stream()
                        .map(party -> mark(proceedings, proposal, party))
                        .toList());
    }

    private static Chord.Mark mark(Proceedings proceedings, Proposal proposal, PartyCode party) {
        var word = proposal.words().get(party);
        if (word == null)
            return new Chord.Mark(
                    party.value(), proposal.required().contains(party) ? Chord.State.HOLLOW : Chord.State.DASHED, null);
        var at = proceedings.said().get(word.act());
        return new Chord.Mark(
                party.value(),
                word instanceof Word.Assent ? Chord.State.FILLED : Chord.State.CROSSED,
                at == null ? null : at.at());
    }

    public static String clock(Instant moment, ZoneId zone) {
        return CLOCK.format(moment.atZone(zone));
    }

    /** Spans as people type them: {@code 10:00-10:38, 10:44-}; those that clocks show as nothing are left out. */
    static String typed(List<Span> spans, ZoneId zone) {
        return spans.stream()
                .filter(span ->
                        span.until() == null || !clock(span.from(), zone).equals(clock(span.until(), zone)))
                .map(span -> {
                    var until = span.until();
                    return clock(span.from(), zone) + "-" + (until == null ? "" : clock(until, zone));
                })
                .collect(Collectors.joining(", "));
    }

    private static final Pattern COUNTED = Pattern.compile("(?iu)(?:decisi[oó]n )?[0-9]+/[0-9]+");

    /** Words in which the number of a decision, as 1/1, is not broken at the end of a line. */
    public static Content unbroken(String text) {
        return output -> {
            // A piece of markup before this one may have left the escaping set for an attribute.
            if (output instanceof HtmlTemplateOutput html) html.setContext("span", null);
            var from = 0;
            var found = COUNTED.matcher(text);
            while (found.find()) {
                output.writeUserContent(text.substring(from, found.start()));
                output.writeContent("<span class=\"nb\">");
                output.writeUserContent(found.group());
                output.writeContent("</span>");
                from = found.end();
            }
            output.writeUserContent(text.substring(from));
        };
    }

    /** Whether a paragraph of minutes is a heading: drafts write those in capitals. */
    public static boolean isHeading(Difference.Paragraph paragraph) {
        var text = paragraph.pieces().stream().map(Difference.Piece::text).collect(Collectors.joining());
        return text.chars().noneMatch(Character::isLowerCase) && text.chars().anyMatch(Character::isUpperCase);
    }

    /** "UTC−6", as clocks in that zone stand at that time. */
    public static String offset(ZoneId zone, Instant moment) {
        var seconds = zone.getRules().getOffset(moment).getTotalSeconds();
        var minutes = Math.abs(seconds) / 60;
        return "UTC"
                + (seconds == 0 ? "" : (seconds < 0 ? "−" : "+") + minutes / 60)
                + (minutes % 60 == 0 ? "" : ":" + minutes % 60);
    }
}
