package acorde.exchange;

import acorde.acts.ActId;
import acorde.compact.Complaints;
import acorde.compact.Form;
import acorde.compact.TextReader;
import acorde.compact.TextWriter;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of the acts by which a report is taken back; {@code spec/acts-exchange.md}. */
final class RecallText {
    static final Form<ActId> ACT =
            Form.of(ActId::parse, new ActId(new PartyCode("XX"), 0), "el código de un acto", "the code of an act");
    private static final Form<Recalled.Ground> GROUND = Form.oneOf(Recalled.Ground.class);

    /** A day that people could mean and every database holds. */
    static final Form<LocalDate> DAY = Form.of(
            RecallText::day, LocalDate.of(2000, 1, 1), "un día desde el año 2000", "a day from the year 2000 on");

    private RecallText() {}

    private static LocalDate day(String text) {
        var day = Form.DAY.parse().apply(text);
        if (day.getYear() < 2000) throw new IllegalArgumentException("before the year 2000");
        return day;
    }

    record Read(ActId item, Recalled.Why why) {}

    static Optional<Read> recalled(JsonNode body) {
        return read(
                body,
                reader -> new Read(
                        reader.word("report", ACT),
                        new Recalled.Why(reader.word("ground", GROUND), reader.word("deadline", DAY))));
    }

    /** @param held whether there was a copy, which is destroyed */
    record Destroyed(ActId order, boolean held) {}

    static Optional<Destroyed> destroyed(JsonNode body) {
        return read(body, reader -> new Destroyed(reader.word("order", ACT), reader.flag("held")));
    }

    private static <T> Optional<T> read(JsonNode body, Function<TextReader, T> reading) {
        var complaints = new Complaints(1);
        var reader = new TextReader(body, complaints);
        var read = reading.apply(reader);
        reader.end();
        return complaints.none() ? Optional.of(read) : Optional.empty();
    }

    static ObjectNode recalled(ActId item, Recalled.Why why) {
        return new TextWriter()
                .word("report", item)
                .word("ground", why.ground())
                .word("deadline", why.by())
                .done();
    }

    static ObjectNode destroyed(ActId order, boolean held) {
        return new TextWriter().word("order", order).flag("held", held).done();
    }
}
