package acorde.compact;

import acorde.trust.PartyCode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What sources say became of an initiative; never our own verdict. Its members stand in the text beside those of the initiative.
 *
 * @param evidence how good the sources are, taken together
 * @param claims where they disagree
 * @param figures what a party claims in numbers; no promise
 * @param verify true while it has not been compared with its sources: to be shown as unverified
 * @param sources codes of the sources
 */
public record Reported(
        @Nullable Status status,
        Claim.@Nullable Evidence evidence,
        @Nullable PartialDate started,
        @Nullable PartialDate signed,
        @Nullable PartialDate amended,
        List<Claim> claims,
        List<Figure> figures,
        @Nullable Bilingual resultClaimed,
        @Nullable Breach breachReported,
        boolean verify,
        List<String> sources) { // one part for each thing a source may tell
    public Reported {
        claims = List.copyOf(claims);
        figures = List.copyOf(figures);
        sources = List.copyOf(sources);
    }

    /** What the source of that date reports. */
    public record Status(Value value, PartialDate asOf) {
        public enum Value {
            ANNOUNCED,
            AGREED,
            IN_PROGRESS,
            REPORTED_DONE,
            IN_FORCE,
            SUPERSEDED,
            UNKNOWN
        }

        private static final Form<Value> VALUE = Form.oneOf(Value.class);

        private static Status read(TextReader reader) {
            return new Status(reader.word("value", VALUE), reader.word("asOf", Form.DATE));
        }

        private ObjectNode toJson() {
            return new TextWriter().word("value", value).word("asOf", asOf).done();
        }
    }

    /** A number that a party claims. */
    public record Figure(PartyCode by, BigDecimal number, Bilingual what) {
        private static Figure read(TextReader reader) {
            return new Figure(reader.word("by", Form.PARTY), reader.number("number"), reader.text("what"));
        }

        private ObjectNode toJson() {
            return new TextWriter()
                    .word("by", by)
                    .number("number", number)
                    .text("what", what)
                    .done();
        }
    }

    /** A report that the restrictions were not kept. */
    public record Breach(PartialDate date, Bilingual by, String source) {
        private static Breach read(TextReader reader) {
            return new Breach(reader.word("date", Form.DATE), reader.text("by"), reader.word("source", Form.CODE));
        }

        private ObjectNode toJson() {
            return new TextWriter()
                    .word("date", date)
                    .text("by", by)
                    .word("source", source)
                    .done();
        }
    }

    static Reported read(TextReader reader) {
        return new Reported(
                reader.child("status", Status::read),
                reader.wordIfGiven("evidence", Claim.EVIDENCE),
                reader.wordIfGiven("started", Form.DATE),
                reader.wordIfGiven("signed", Form.DATE),
                reader.wordIfGiven("amended", Form.DATE),
                reader.children("claims", Claim::read),
                reader.children("figures", Figure::read),
                reader.textIfGiven("resultClaimed"),
                reader.child("breachReported", Breach::read),
                reader.flag("verify"),
                reader.words("sources", Form.CODE));
    }

    void write(TextWriter writer) {
        writer.child("status", status == null ? null : status.toJson())
                .word("evidence", evidence)
                .word("started", started)
                .word("signed", signed)
                .word("amended", amended)
                .children("claims", claims, Claim::toJson)
                .children("figures", figures, Figure::toJson)
                .text("resultClaimed", resultClaimed)
                .child("breachReported", breachReported == null ? null : breachReported.toJson())
                .flag("verify", verify)
                .words("sources", sources);
    }
}
