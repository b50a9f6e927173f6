package acorde.acts;

import acorde.trust.PaperLog;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A generated history of several parties, honest and not, as one reader gets it; and what must come of it, worked out here in the plainest
 * way there is, without a database and in no order.
 */
final class History {
    private final PartyCode reader;
    private final Random random;
    final Map<PartyCode, PaperLog> logs = new TreeMap<>();
    final Map<ActId, Text> texts = new TreeMap<>();

    /** What stands at a place of a log. */
    sealed interface Text {
        /** An act the reader can read. */
        record Note(Notes.Say note) implements Text {}

        /** An act that is rejected for what its bytes are. */
        record Broken(String rule) implements Text {}

        /** Not for the reader. */
        record Closed() implements Text {}

        /** For the reader, which never gets it. */
        record Withheld() implements Text {}
    }

    History(Parties parties, PartyCode reader, long seed, int acts) {
        this.reader = reader;
        this.random = new Random(seed);
        for (var place : parties.charter().places())
            if (!place.party().equals(reader)) logs.put(place.party(), parties.log(place.party()));
        for (var i = 0; i < acts; i++) add();
    }

    private void add() {
        var authors = List.copyOf(logs.keySet());
        var author = authors.get(random.nextInt(authors.size()));
        var index = logs.get(author).size();
        var other = other(author);
        switch (random.nextInt(40)) {
            case 0 -> broken(author, "{\"acorde\":1", "NOT_JSON");
            case 1 -> broken(author, new String(Notes.text(other, note("stolen", List.of()))), "BY_ANOTHER");
            case 2 -> broken(author, new String(Notes.text(author, Notes.say("to whom?", author))), "TO_DISAGREES");
            case 3 -> note(author, List.of(new ActId(author, index)), "AFTER_ITSELF");
            case 4 -> note(author, List.of(new ActId(new PartyCode("XX"), 0)), "AFTER_UNKNOWN");
            case 5, 6 -> note(author, List.of(new ActId(other, logs.get(other).size() + 5)), "");
            case 7, 8 -> {
                write(author, Notes.text(author, Notes.say("for others", author)), Set.of(), new Text.Closed());
            }
            case 9 -> {
                var text = Notes.text(author, note("withheld", List.of()));
                write(author, text, Set.of(reader), new Text.Withheld());
            }
            case 10 -> {
                var empty = note("", some());
                write(author, Notes.text(author, empty), Set.of(reader), new Text.Note(empty));
            }
            default -> note(author, some(), "");
        }
    }

    /** Up to three acts said before. */
    private List<ActId> some() {
        var ids = List.copyOf(texts.keySet());
        var some = new ArrayList<ActId>();
        for (var i = random.nextInt(4); i > 0 && !ids.isEmpty(); i--) some.add(ids.get(random.nextInt(ids.size())));
        return some;
    }

    private PartyCode other(PartyCode party) {
        var others = logs.keySet().stream().filter(code -> !code.equals(party)).toList();
        return others.get(random.nextInt(others.size()));
    }

    private Notes.Say note(String words, List<ActId> after) {
        return new Notes.Say(words, new TreeSet<>(Set.of(reader)), after);
    }

    private void note(PartyCode author, List<ActId> after, String rule) {
        var note = note("note " + texts.size(), after);
        var text = rule.isEmpty() ? new Text.Note(note) : new Text.Broken(rule);
        write(author, Notes.text(author, note), Set.of(reader), text);
    }

    private void broken(PartyCode author, String act, String rule) {
        write(author, act.getBytes(java.nio.charset.StandardCharsets.UTF_8), Set.of(reader), new Text.Broken(rule));
    }

    private void write(PartyCode author, byte[] act, Set<PartyCode> to, Text text) {
        texts.put(new ActId(author, logs.get(author).write(act, to)), text);
    }

    /** What must come of it, whatever the order: the depth of each note, the rejected with their rules, and who waits for whom. */
    record Expected(Map<ActId, Integer> depths, Map<ActId, String> rejected, Map<ActId, ActId> waiting) {}

    Expected expected() {
        var settled = new HashSet<ActId>();
        var depths = new TreeMap<ActId, Integer>();
        var rejected = new TreeMap<ActId, String>();
        for (var before = -1; before < settled.size(); ) {
            before = settled.size();
            texts.forEach((id, text) -> {
                if (settled.contains(id)) return;
                switch (text) {
                    case Text.Closed _ -> settled.add(id);
                    case Text.Broken(var rule) -> {
                        rejected.put(id, rule);
                        settled.add(id);
                    }
                    case Text.Withheld _ -> {}
                    case Text.Note(var note) -> {
                        if (!settled.containsAll(note.after())) return;
                        settled.add(id);
                        if (note.words().isEmpty()) rejected.put(id, "EMPTY");
                        else depths.put(id, depth(note, depths));
                    }
                }
            });
        }
        var waiting = new TreeMap<ActId, ActId>();
        texts.forEach((id, text) -> {
            if (text instanceof Text.Note(var note) && !settled.contains(id))
                waiting.put(
                        id,
                        note.after().stream()
                                .filter(other -> !settled.contains(other))
                                .findFirst()
                                .orElseThrow());
        });
        return new Expected(new HashMap<>(depths), new HashMap<>(rejected), new HashMap<>(waiting));
    }

    private static int depth(Notes.Say note, Map<ActId, Integer> depths) {
        return 1
                + note.after().stream()
                        .mapToInt(id -> depths.getOrDefault(id, 0))
                        .max()
                        .orElse(0);
    }
}
