package acorde.requests;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.compact.Complaints;
import acorde.compact.Form;
import acorde.compact.TextReader;
import acorde.compact.TextWriter;
import acorde.trust.PartyCode;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of the acts by which something is said of a request; {@code spec/acts-requests.md}. */
final class WordText {
    private static final Form<ActId> ACT =
            Form.of(ActId::parse, new ActId(new PartyCode("XX"), 0), "el código de un acto", "the code of an act");
    private static final Form<Word.Reason> REASON = Form.oneOf(Word.Reason.class);
    private static final Form<Word.Ground> GROUND = Form.oneOf(Word.Ground.class);

    private WordText() {}

    record Read(ActId request, Word word) {}

    /** Empty if it is malformed. */
    static Optional<Read> read(Act act, Word.Kind kind) {
        var complaints = new Complaints(1);
        var reader = new TextReader(act.body(), complaints);
        var request = reader.word("request", ACT);
        var word = switch (kind) {
            case ACKNOWLEDGED -> new Word.Acknowledged();
            case EXTENDED -> new Word.Extended(reader.word("reason", REASON));
            case REFUSED -> new Word.Refused(reader.word("ground", GROUND));
        };
        reader.end();
        return complaints.none() ? Optional.of(new Read(request, word)) : Optional.empty();
    }

    static ObjectNode write(ActId request, Word word) {
        var writer = new TextWriter().word("request", request);
        return switch (word) {
            case Word.Acknowledged _ -> writer.done();
            case Word.Extended(var reason) -> writer.word("reason", reason).done();
            case Word.Refused(var ground) -> writer.word("ground", ground).done();
        };
    }
}
