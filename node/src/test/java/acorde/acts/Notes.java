package acorde.acts;

import acorde.postgres.Keyed;
import acorde.postgres.RowChange;
import acorde.postgres.Table;
import acorde.postgres.Type;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.node.JsonNodeFactory;

/** The smallest duty there can be, for tests: a note names the notes it follows, and knows how many came before it in causal order. */
final class Notes implements Duty {
    static final Table<ActId, Note> NOTE = Table.<ActId, Note>named("notes.note")
            .key("act", Type.TEXT, ActId::toString)
            .column("words", Type.TEXT, Note::words)
            .column("depth", Type.INT, Note::depth)
            .reading(row ->
                    new Keyed<>(ActId.parse(row.text("act")), new Note(row.text("words"), row.integer("depth"))));

    /** Words over which the duty falls. */
    static final String FAULTY = "faulty";

    /** Words of which the duty makes a row that no database takes. */
    static final String UNSTORABLE = "unstorable";

    record Note(String words, int depth) {}

    @Override
    public String schema() {
        return "notes";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("notes.said");
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(NOTE);
    }

    @Override
    public Applied apply(Past past, Act act) {
        var words = act.body().path("words").asString("");
        if (words.isEmpty()) return Applied.rejected(act, "EMPTY");
        if (words.equals(FAULTY)) throw new IllegalStateException("a duty that is faulty");
        if (words.equals(UNSTORABLE))
            return Applied.accepted(List.of(new RowChange.Put<>(NOTE, act.id(), new Note("\0", 1))));
        var depth = act.after().stream()
                .mapToInt(id -> past.row(NOTE, id).map(Note::depth).orElse(0))
                .max()
                .orElse(0);
        return Applied.accepted(List.of(new RowChange.Put<>(NOTE, act.id(), new Note(words, depth + 1))));
    }

    /** Says a note; refuses one that is empty. */
    record Say(String words, SortedSet<PartyCode> to, List<ActId> after) implements Command<String> {
        @Override
        public Decision<String> decide(Past past, Instant now) {
            if (words.isEmpty()) return new Decision.Decline<>("EMPTY");
            var body = JsonNodeFactory.instance.objectNode().put("words", words);
            return new Decision.Say<>(List.of(new Draft("notes.said", "coordination", to, after, body)));
        }
    }

    /** The text of a note by any party, as its node would write it. */
    static byte[] text(PartyCode by, Say note) {
        var body = JsonNodeFactory.instance.objectNode().put("words", note.words());
        var draft = new Draft("notes.said", "coordination", note.to(), note.after(), body);
        return ActText.write(draft, by, Instant.parse("2019-03-28T16:00:00Z"));
    }

    static Say say(String words, PartyCode... to) {
        return new Say(words, new TreeSet<>(List.of(to)), List.of());
    }
}
