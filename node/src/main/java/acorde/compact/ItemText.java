package acorde.compact;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text of a version of an item: what the parties assent to. Every kind of item has its record.
 *
 * <p>Reading is strict: both languages are there, nothing unknown is, and everything is bounded. What is read, is written back equal.
 */
public sealed interface ItemText
        permits Instrument,
                Area,
                Initiative,
                AreaIndicator,
                Meeting,
                Group,
                Event,
                Source,
                Thresholds,
                PublicationTerms,
                ReleaseRules,
                CharterText {

    /** What a JSON text turned out to be. */
    sealed interface Parsed {
        record Good(ItemText text) implements Parsed {}

        /** @param faults a few of them, each a sentence with its place */
        record Bad(List<Bilingual> faults) implements Parsed {
            public Bad {
                faults = List.copyOf(faults);
            }
        }
    }

    /** Complaints told about one text that came in an act or a form: enough to mend it by. */
    int FAULTS = 20;

    ObjectNode toJson();

    static Parsed parse(ItemKey.Kind kind, JsonNode json) {
        var complaints = new Complaints(FAULTS);
        var text = read(kind, json, complaints);
        if (complaints.none()) return new Parsed.Good(text);
        return new Parsed.Bad(
                complaints.list().stream().map(ItemText::withPlace).toList());
    }

    /** What is wrong with a text, a few faults with the place of each; empty if nothing is. */
    static List<Complaints.Complaint> faults(ItemKey.Kind kind, JsonNode json) {
        var complaints = new Complaints(FAULTS);
        read(kind, json, complaints);
        return complaints.list();
    }

    private static ItemText read(ItemKey.Kind kind, JsonNode json, Complaints complaints) {
        var reader = new TextReader(json, complaints);
        var text = read(kind, reader);
        reader.end();
        return text;
    }

    /** A text that is proposed. Sources may tell of half a measure; parties agree on a whole one. */
    static Parsed parseProposed(ItemKey.Kind kind, JsonNode json) {
        var parsed = parse(kind, json);
        if (!(parsed instanceof Parsed.Good(var text))) return parsed;
        var gaps = text instanceof Initiative initiative && initiative.indicator() instanceof Indicator indicator
                ? indicator.gaps()
                : text instanceof AreaIndicator(var _, var measure) ? measure.gaps() : List.<Bilingual>of();
        return gaps.isEmpty() ? parsed : new Parsed.Bad(gaps);
    }

    private static Bilingual withPlace(Complaints.Complaint complaint) {
        var place = complaint.path().isEmpty() ? "" : complaint.path() + ": ";
        return new Bilingual(
                place + complaint.reason().es(), place + complaint.reason().en());
    }

    static ItemText read(ItemKey.Kind kind, TextReader reader) {
        return switch (kind) {
            case INSTRUMENT -> Instrument.read(reader);
            case AREA -> Area.read(reader);
            case INITIATIVE -> Initiative.read(reader);
            case INDICATOR -> AreaIndicator.read(reader);
            case MEETING -> Meeting.read(reader);
            case GROUP -> Group.read(reader);
            case EVENT -> Event.read(reader);
            case SOURCE -> Source.read(reader);
            case THRESHOLDS -> Thresholds.read(reader);
            case PUBLICATION -> PublicationTerms.read(reader);
            case RELEASE -> ReleaseRules.read(reader);
            case CHARTER -> CharterText.read(reader);
        };
    }
}
