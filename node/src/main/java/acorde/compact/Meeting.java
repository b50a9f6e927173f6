package acorde.compact;

import acorde.trust.PartyCode;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A meeting of the ministers' series, as sources report it.
 *
 * @param parties who took part, also those without a node
 * @param verify true while it has not been compared with its sources
 */
public record Meeting(
        PartialDate date,
        Bilingual place,
        List<PartyCode> parties,
        Bilingual outcome,
        boolean verify,
        List<String> sources)
        implements ItemText { // one part for each thing a source tells of a meeting
    public Meeting {
        parties = List.copyOf(parties);
        sources = List.copyOf(sources);
    }

    static Meeting read(TextReader reader) {
        return new Meeting(
                reader.word("date", Form.DATE),
                reader.text("place"),
                reader.words("parties", Form.PARTY),
                reader.text("outcome"),
                reader.flag("verify"),
                reader.words("sources", Form.CODE));
    }

    @Override
    public ObjectNode toJson() {
        return new TextWriter()
                .word("date", date)
                .text("place", place)
                .words("parties", parties)
                .text("outcome", outcome)
                .flag("verify", verify)
                .words("sources", sources)
                .done();
    }
}
