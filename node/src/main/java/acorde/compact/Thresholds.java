package acorde.compact;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The days by which lights and the ladder are computed, each with its meaning; adopted with the charter, changed by consent. */
public record Thresholds(List<Threshold> rules) implements ItemText {
    public Thresholds {
        rules = List.copyOf(rules);
    }

    /**
     * One rule.
     *
     * @param days one number of days, or several for the rungs of the ladder
     */
    public record Threshold(String code, List<Integer> days, Bilingual meaning) {
        public Threshold {
            days = List.copyOf(days);
        }

        private static Threshold read(TextReader reader) {
            return new Threshold(reader.word("code", Form.CODE), reader.counts("days"), reader.text("meaning"));
        }

        private ObjectNode toJson() {
            return new TextWriter()
                    .word("code", code)
                    .counts("days", days)
                    .text("meaning", meaning)
                    .done();
        }
    }

    static Thresholds read(TextReader reader) {
        return new Thresholds(reader.children("rules", Threshold::read));
    }

    @Override
    public ObjectNode toJson() {
        return new TextWriter().children("rules", rules, Threshold::toJson).done();
    }
}
