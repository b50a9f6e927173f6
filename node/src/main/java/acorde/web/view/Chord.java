package acorde.web.view;

import acorde.web.words.Formats;
import acorde.web.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one picture of our own: a mark per party, always in the order of the directory. When every party concerned has
 * done its part the marks are closed by a bar: that is the chord.
 *
 * @param matter what the parties were to do, which decides the words
 */
public record Chord(Matter matter, List<Mark> marks) {
    private static final int STEP = 4;
    private static final int THICKNESS = 3;

    /** What the marks are about; each has its own words. */
    public enum Matter {
        CONSENT,
        DELIVERY,
        /** Who was given a report by the rules, and has it. */
        RELEASE,
        CONFIRMATION,
        /** Who is in the room. */
        PRESENCE,
        /** Who approved minutes. */
        APPROVAL,
        /** Who answered an order to give something up. */
        RECALL
    }

    /** Done; refused, disputed or stopped; not yet; not concerned. */
    public enum State {
        FILLED,
        CROSSED,
        HOLLOW,
        DASHED
    }

    /** @param when when the party did its part, if it is known and did */
    public record Mark(String party, State state, @Nullable Instant when) {}

    public Chord {
        marks = List.copyOf(marks);
    }

    /** Everybody concerned has done its part, and somebody is concerned. */
    public boolean closed() {
        List<State> concerned = marks.stream()
                .map(Mark::state)
                .filter(state -> state != State.DASHED)
                .toList();
        return !concerned.isEmpty() && concerned.stream().allMatch(state -> state == State.FILLED);
    }

    public int concerned() {
        return Math.toIntExact(
                marks.stream().filter(mark -> mark.state() != State.DASHED).count());
    }

    public int filled() {
        return parties(State.FILLED).size();
    }

    public List<String> parties(State state) {
        return marks.stream()
                .filter(mark -> mark.state() == state)
                .map(Mark::party)
                .toList();
    }

    public int height() {
        return Math.max(1, marks.size()) * STEP;
    }

    /** The closing bar as path data, from the first concerned mark to the last; empty while the chord is open. */
    public String bar() {
        if (!closed()) return "";
        int first = -1;
        int last = -1;
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).state() == State.DASHED) continue;
            if (first < 0) first = i;
            last = i;
        }
        return "M13.5 " + first * STEP + "v" + ((last - first) * STEP + THICKNESS);
    }

    /** The symbol of a mark; large drawings have finer lines. */
    public static String symbol(State state, String size) {
        boolean large = size.equals("l");
        return switch (state) {
            case FILLED -> "k1";
            case HOLLOW -> large ? "l0" : "k0";
            case CROSSED -> large ? "lx" : "kx";
            case DASHED -> large ? "ld" : "kd";
        };
    }

    /** The chord in words: "Guatemala y Honduras asintieron; Estados Unidos y El Salvador aún no". */
    public String label(Words words) {
        List<String> clauses = new ArrayList<>();
        for (State state : State.values()) {
            List<String> parties = parties(state);
            if (parties.isEmpty()) continue;
            clauses.add(words.say("chord." + matter + "." + state, words.list(words.parties(parties)), parties));
        }
        String said = String.join("; ", clauses);
        return closed() ? words.say("chord." + matter + ".closed", said) : said;
    }

    /**
     * Who and when: "Guatemala, 20 nov, 17:32. Honduras, 18 nov, 10:04.", then what is missing; the label if no time is
     * known.
     */
    public String title(Formats formats) {
        Words words = formats.words();
        List<Mark> dated = marks.stream().filter(mark -> mark.when() != null).toList();
        if (dated.isEmpty()) return label(words);
        StringBuilder title = new StringBuilder();
        for (Mark mark : dated) {
            title.append(words.party(mark.party())).append(", ");
            title.append(formats.moment(Objects.requireNonNull(mark.when()))).append(". ");
        }
        List<String> missing = parties(State.HOLLOW);
        if (!missing.isEmpty()) title.append(words.say("chord.missing", words.list(words.parties(missing)), missing));
        return title.toString().strip();
    }
}
