package acorde.onward;

import acorde.acts.ActId;
import acorde.compact.Complaints;
import acorde.compact.Form;
import acorde.compact.TextReader;
import acorde.compact.TextWriter;
import acorde.exchange.Ref;
import acorde.policy.Purpose;
import acorde.trust.PartyCode;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of the acts of giving on; {@code spec/acts-onward.md}. */
final class OnwardText {
    private static final Form<ActId> ACT =
            Form.of(ActId::parse, new ActId(new PartyCode("XX"), 0), "el código de un acto", "the code of an act");
    private static final Form<Ref> REF = Form.of(Ref::new, new Ref("0".repeat(32)), "otra cosa", "something else");
    private static final Form<Purpose> PURPOSE =
            Form.of(Purpose::new, new Purpose("X"), "el código de un área", "the code of an area");
    private static final Form<Wish.Why> WHY = Form.oneOf(Wish.Why.class);
    private static final Form<Wish.Ground> GROUND = Form.oneOf(Wish.Ground.class);

    private OnwardText() {}

    /** @param asked the act that asks @param ref of the report @param to who has it by this leave */
    record Granted(ActId asked, Ref ref, PartyCode to, Purpose purpose) {}

    /** What its author keeps for itself. */
    record Noted(ActId asked, Wish.Ground ground) {}

    /** Empty if it is malformed; so are the others. */
    static Optional<Wish.Asked> asked(JsonNode body) {
        return read(
                body,
                reader -> new Wish.Asked(
                        reader.word("copy", ACT),
                        reader.word("party", Form.PARTY),
                        reader.word("purpose", PURPOSE),
                        reader.word("reason", WHY)));
    }

    static Optional<Granted> granted(JsonNode body) {
        return read(
                body,
                reader -> new Granted(
                        reader.word("asked", ACT),
                        reader.word("ref", REF),
                        reader.word("party", Form.PARTY),
                        reader.word("purpose", PURPOSE)));
    }

    /** What a refusal, or a wish that is taken back, is about: it says nothing more. */
    static Optional<ActId> about(JsonNode body) {
        return read(body, reader -> reader.word("asked", ACT));
    }

    static Optional<Noted> noted(JsonNode body) {
        return read(body, reader -> new Noted(reader.word("asked", ACT), reader.word("ground", GROUND)));
    }

    private static <T> Optional<T> read(JsonNode body, Function<TextReader, T> reading) {
        var complaints = new Complaints(1);
        var reader = new TextReader(body, complaints);
        var read = reading.apply(reader);
        reader.end();
        return complaints.none() ? Optional.of(read) : Optional.empty();
    }

    static ObjectNode write(Wish.Asked asked) {
        return new TextWriter()
                .word("copy", asked.copy())
                .word("party", asked.to())
                .word("purpose", asked.purpose())
                .word("reason", asked.why())
                .done();
    }

    static ObjectNode write(Granted granted) {
        return new TextWriter()
                .word("asked", granted.asked())
                .word("ref", granted.ref())
                .word("party", granted.to())
                .word("purpose", granted.purpose())
                .done();
    }

    static ObjectNode write(ActId about) {
        return new TextWriter().word("asked", about).done();
    }

    static ObjectNode write(Noted noted) {
        return new TextWriter()
                .word("asked", noted.asked())
                .word("ground", noted.ground())
                .done();
    }
}
