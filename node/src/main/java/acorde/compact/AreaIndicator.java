package acorde.compact;

import tools.jackson.databind.node.ObjectNode;

/**
 * A measure that the parties agree for an area as a whole, beside those of its initiatives.
 *
 * @param area code of its area
 * @param measure of which every party gives its own values
 */
public record AreaIndicator(String area, Indicator measure) implements ItemText {
    static AreaIndicator read(TextReader reader) {
        return new AreaIndicator(reader.word("area", Form.CODE), Indicator.read(reader));
    }

    @Override
    public ObjectNode toJson() {
        var json = new TextWriter().word("area", area).done();
        json.setAll(measure.toJson());
        return json;
    }

    /** The same without its baseline. */
    public AreaIndicator withoutBaseline() {
        return new AreaIndicator(area, measure.withoutBaseline());
    }
}
