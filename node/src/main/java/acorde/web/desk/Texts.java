package acorde.web.desk;

import acorde.compact.Area;
import acorde.compact.AreaIndicator;
import acorde.compact.CharterText;
import acorde.compact.Claim;
import acorde.compact.Event;
import acorde.compact.Group;
import acorde.compact.Indicator;
import acorde.compact.Initiative;
import acorde.compact.Instrument;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import acorde.compact.Meeting;
import acorde.compact.Milestone;
import acorde.compact.PublicationTerms;
import acorde.compact.ReleaseRules;
import acorde.compact.Source;
import acorde.compact.Thresholds;
import acorde.trust.PartyCode;
import acorde.web.view.InitiativeText;
import acorde.web.view.InitiativeView;
import acorde.web.words.Bilingual;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts of the compact as pages show them. */
public final class Texts {
    /** The members of an initiative that have a field of their own. */
    static final List<String> SHOWN = List.of(
            "area",
            "title",
            "parties",
            "partners",
            "deliverable",
            "due",
            "milestones",
            "indicator",
            "waiver",
            "safeguards",
            "restrictions");

    private Texts() {}

    /** An initiative field by field; a mandate, and what is written in a form, in words; rules as they are written; of any other item its title and, as one field, the whole of it. */
    static InitiativeText of(ItemText text, Directory directory) {
        return switch (text) {
            case Initiative initiative -> initiative(initiative, directory);
            case Group group -> mandate(group);
            case ReleaseRules(var rules) -> whole(text, new Bilingual(rules, rules), "");
            case Area _ -> inWords(ItemKey.Kind.AREA, text, "");
            case AreaIndicator _ -> inWords(ItemKey.Kind.INDICATOR, text, "");
            case Thresholds _ -> inWords(ItemKey.Kind.THRESHOLDS, text, "");
            case PublicationTerms _ -> inWords(ItemKey.Kind.PUBLICATION, text, "");
            case CharterText charter -> inWords(ItemKey.Kind.CHARTER, text, pretty(charter.besideWords()));
            case Instrument _, Meeting _, Event _, Source _ -> {
                var all = pretty(text.toJson());
                yield whole(text, new Bilingual(all, all), "");
            }
        };
    }

    private static InitiativeText inWords(ItemKey.Kind kind, ItemText text, String rest) {
        return whole(text, ItemInWords.of(kind, text.toJson()), rest);
    }

    /** @param rest what has no words, and is shown if it changes */
    private static InitiativeText whole(ItemText text, Bilingual words, String rest) {
        var other = new InitiativeText.Rest("", List.of(), null, null, rest);
        return new InitiativeText(title(text), words, null, List.of(), List.of(), null, null, other);
    }

    private static String pretty(JsonNode json) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    public static InitiativeText mandate(Group group) {
        return new InitiativeText(title(group), MandateText.of(group), null, List.of());
    }

    public static InitiativeText initiative(Initiative initiative, Directory directory) {
        return new InitiativeText(
                Directory.words(initiative.title()),
                Directory.words(initiative.deliverable()),
                initiative.due(),
                directory.inOrder(initiative.parties()),
                initiative.milestones().stream().map(Texts::step).toList(),
                indicator(initiative.indicator()),
                words(initiative.waiver()),
                rest(initiative));
    }

    /** By what is left over, so that no member of a text that comes to be can be changed unseen. */
    static InitiativeText.Rest rest(Initiative initiative) {
        var other = initiative.toJson();
        other.remove(SHOWN);
        return new InitiativeText.Rest(
                initiative.area(),
                initiative.partners().stream().map(PartyCode::value).toList(),
                words(initiative.safeguards()),
                words(initiative.restrictions()),
                other.isEmpty() ? "" : pretty(other));
    }

    private static @Nullable Bilingual words(acorde.compact.@Nullable Bilingual text) {
        return text == null ? null : Directory.words(text);
    }

    private static InitiativeText.Step step(Milestone milestone) {
        return new InitiativeText.Step(
                milestone.code(),
                Directory.words(milestone.title()),
                milestone.due(),
                milestone.party() == null ? null : milestone.party().value());
    }

    static InitiativeText.@Nullable Indicator indicator(@Nullable Indicator indicator) {
        return indicator == null
                ? null
                : new InitiativeText.Indicator(
                        Directory.words(indicator.name()),
                        Directory.words(indicator.unit()),
                        InitiativeText.Indicator.Counts.valueOf(indicator.kind().name()),
                        indicator.baseline(),
                        indicator.baselineAt(),
                        indicator.target(),
                        indicator.targetAt(),
                        indicator.everyMonths(),
                        indicator.adds(),
                        indicator.counted() == null
                                ? null
                                : InitiativeText.Indicator.Counted.valueOf(
                                        indicator.counted().name()));
    }

    static Bilingual title(ItemText text) {
        return switch (text) {
            case Initiative initiative -> Directory.words(initiative.title());
            case Area area -> Directory.words(area.title());
            case AreaIndicator indicator -> Directory.words(indicator.measure().name());
            case Instrument instrument -> Directory.words(instrument.title());
            case CharterText charter -> Directory.words(charter.title());
            case Group group -> Directory.words(group.title());
            case Meeting _ -> new Bilingual("Reunión", "Meeting");
            case Event _ -> new Bilingual("Hecho externo", "External event");
            case Source source -> {
                var name = Texts.cited("", source).name();
                yield new Bilingual(name, name);
            }
            case Thresholds _ -> new Bilingual("Umbrales de los semáforos", "Thresholds of the lights");
            case ReleaseRules _ -> new Bilingual("Reglas de autorización", "Rules of release");
            case PublicationTerms _ ->
                new Bilingual("Calendario de la cuenta pública", "Calendar of the public account");
        };
    }

    static InitiativeView.Source cited(String code, @Nullable Source source) {
        if (source == null) return new InitiativeView.Source(code, "", "", "", "", null);
        return new InitiativeView.Source(
                code,
                source.address().toString(),
                text(source.title()),
                text(source.publisher()),
                text(source.published()),
                evidence(source.evidence()));
    }

    static InitiativeView.@Nullable Evidence evidence(Claim.@Nullable Evidence evidence) {
        return evidence == null ? null : InitiativeView.Evidence.valueOf(evidence.name());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static String area(ItemText text) {
        return switch (text) {
            case Initiative initiative -> initiative.area();
            case AreaIndicator indicator -> indicator.area();
            default -> "";
        };
    }
}
