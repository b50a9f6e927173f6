package acorde.web.desk;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.documents.Documents;
import acorde.monitoring.Saying;
import acorde.trust.PartyCode;
import acorde.web.view.Change;
import acorde.web.view.Chord;
import acorde.web.view.Quote;
import acorde.web.words.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells acts as lines of a feed: who said what about what, in which words. */
public final class Telling {
    private static final String INITIATIVE = "initiative/";

    private final Function<ActId, Optional<Act>> acts;

    /** @param acts where the acts are found that others name */
    public Telling(Function<ActId, Optional<Act>> acts) {
        this.acts = acts;
    }

    /** An act that was rejected or waits for others: it may say anything, so nothing of it is repeated. */
    static Change withoutEffect(Act act) {
        return new Change(
                Change.Event.REJECTED, act.at(), act.by().value(), act.id().toString(), "", "", Quote.plain(""), null);
    }

    /** One act that counts as a line. */
    Change tell(Act act, Language language, @Nullable Chord chord) {
        return ofMinutes(act, tell(act, item(act), language, chord));
    }

    /** A word in a group is to a decision or to minutes, which only the act it names tells. */
    private Change ofMinutes(Act act, Change told) {
        var approved = told.event() == Change.Event.GROUP_ASSENTED;
        if (!approved && told.event() != Change.Event.GROUP_REFUSED) return told;
        var named = act.body().path("to").asString("").split("/", 2);
        if (named.length < 2) return told;
        return ActReading.id(named[0], named[1])
                .flatMap(acts)
                .filter(to -> to.kind().equals(acorde.groups.Saying.MINUTES))
                .map(_ -> told.of(approved ? Change.Event.MINUTES_APPROVED : Change.Event.MINUTES_REFUSED))
                .orElse(told);
    }

    /** What was said of an initiative, by its code, as a line of its history. */
    static Change tell(Act act, String code, Language language) {
        return tell(act, code, language, null);
    }

    private static Change tell(Act act, String item, Language language, @Nullable Chord chord) { // an act and what of
        var event = item.isEmpty() && GroupEvents.has(act.kind()) ? Change.Event.OTHER : event(act);
        var proposal = proposal(act).map(ActId::toString).orElse("");
        return new Change(
                event, act.at(), act.by().value(), act.id().toString(), proposal, item, quote(act, language), chord);
    }

    private static Change.Event event(Act act) {
        return switch (act.kind()) {
            case "compact.chartered" -> Change.Event.CHARTER;
            case "compact.announced" -> Change.Event.LOADED;
            case "compact.proposed" -> isNew(act) ? Change.Event.PROPOSED_NEW : Change.Event.PROPOSED;
            case "compact.assented" ->
                act.body().path("reservation").isObject() ? Change.Event.RESERVED : Change.Event.ASSENTED;
            case "compact.refused" -> Change.Event.REFUSED;
            case "compact.withdrawal-asked" -> Change.Event.WITHDRAWAL_ASKED;
            case Saying.REPORTED -> Change.Event.REPORTED;
            case Saying.CONFIRMED -> Change.Event.CONFIRMED;
            case Saying.DISPUTED -> Change.Event.DISPUTED;
            case Saying.CORRECTED -> Change.Event.CORRECTED;
            case Saying.ASSESSED -> Change.Event.ASSESSED;
            case Saying.LINKED -> Change.Event.LINKED;
            case Saying.MEASURED -> Change.Event.MEASURED;
            case Documents.ISSUED -> Change.Event.ISSUED;
            default -> GroupEvents.of(act.kind());
        };
    }

    /** The group in which an act was said, as an item; empty where the act that begins the sitting is not here. */
    private String group(Act act) {
        var own = act.body().path("group").asString("");
        if (!own.isEmpty()) return "group/" + own;
        var named = act.body().path("sitting").asString("").split("/", 2);
        return named.length < 2
                ? ""
                : ActReading.id(named[0], named[1])
                        .flatMap(acts)
                        .map(begun -> "group/" + begun.body().path("group").asString(""))
                        .orElse("");
    }

    /** Whether it brings something in from public sources. */
    static boolean isHistory(Act act) {
        return act.kind().equals("compact.announced");
    }

    /** Of what one party brought in from public sources, the newest act stands for all, whatever was said between them. */
    static List<Act> gathered(List<Act> newestFirst) {
        var brought = new HashSet<PartyCode>();
        return newestFirst.stream()
                .filter(act -> !isHistory(act) || brought.add(act.by()))
                .toList();
    }

    private static boolean isNew(Act act) {
        return act.body().path("base").isNull();
    }

    /** The proposal an act makes or speaks to; empty for other acts. */
    static Optional<ActId> proposal(Act act) {
        if (act.kind().equals("compact.proposed")) return Optional.of(act.id());
        var named = act.body().path("proposal").asString("");
        try {
            return named.isEmpty() ? Optional.empty() : Optional.of(ActId.parse(named));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // a rejected act may say anything
        }
    }

    /** The code of the initiative it is about; of other items their whole name; empty when about none. */
    private String item(Act act) {
        if (Saying.KINDS.contains(act.kind())) return followed(act);
        if (GroupEvents.has(act.kind())) return group(act);
        var own = act.body().path("item").asString("");
        var item = own.isEmpty()
                ? proposal(act)
                        .filter(id -> !id.equals(act.id()))
                        .flatMap(acts)
                        .map(made -> made.body().path("item").asString(""))
                        .orElse("")
                : own;
        return item.startsWith(INITIATIVE) ? item.substring(INITIATIVE.length()) : item;
    }

    /** The initiative, or the indicator of an area, that an act of monitoring is about: its own, or that of the report it names. */
    private String followed(Act act) {
        var own = subject(act);
        if (!own.isEmpty()) return own;
        var named = act.body().path("report").asString("").split("/", 2);
        return named.length < 2
                ? ""
                : ActReading.id(named[0], named[1])
                        .flatMap(acts)
                        .map(Telling::subject)
                        .orElse("");
    }

    private static String subject(Act act) {
        var indicator = act.body().path("indicator").asString("");
        return indicator.isEmpty() ? act.body().path("initiative").asString("") : "indicator/" + indicator;
    }

    private static Quote quote(Act act, Language language) {
        return switch (act.kind()) {
            case Saying.REPORTED, Saying.MEASURED -> quote(act.body().path("note"), language);
            case Saying.DISPUTED, Saying.CORRECTED, Saying.ASSESSED ->
                quote(act.body().path("reason"), language);
            case Saying.LINKED -> quote(act.body().path("how"), language);
            case "compact.assented" -> quote(act.body().path("reservation"), language);
            case "compact.refused", "compact.withdrawal-asked" ->
                quote(act.body().path("reason"), language);
            default -> quote(act.body().path(GroupEvents.words(act.kind())), language);
        };
    }

    /** The same, with the language in which alone it was said. */
    static Quote quote(JsonNode remark, Language language) {
        var theirs = remark.path(language.code()).asString("").isEmpty();
        return new Quote(remark(remark, language), theirs ? language.other() : null);
    }

    /** The reader's language, or the other one where only that was written. */
    static String remark(JsonNode remark, Language language) {
        var own = remark.path(language.code()).asString("");
        return own.isEmpty() ? remark.path(language.other().code()).asString("") : own;
    }
}
