package acorde.compact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What happened outside the compact and touched it: a change of government, a suspension of aid, an epidemic. */
public record Event(PartialDate date, @Nullable PartialDate until, Bilingual what, List<String> sources)
        implements ItemText {
    public Event {
        sources = List.copyOf(sources);
    }

    static Event read(TextReader reader) {
        return new Event(
                reader.word("date", Form.DATE),
                reader.wordIfGiven("until", Form.DATE),
                reader.text("what"),
                reader.words("sources", Form.CODE));
    }

    @Override
    public ObjectNode toJson() {
        return new TextWriter()
                .word("date", date)
                .word("until", until)
                .text("what", what)
                .words("sources", sources)
                .done();
    }
}
