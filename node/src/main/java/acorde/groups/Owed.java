package acorde.groups;

import acorde.acts.ActId;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An action that follows from a decision that was taken, and how far it is.
 *
 * @param report what its owner said last; null if it has said nothing
 * @param checks what the others say to that report, each its last word
 */
public record Owed(
        Part id,
        Decided decision,
        Action action,
        State state,
        @Nullable Utterance<Saying.Reported> report,
        List<Utterance<Saying.Checked>> checks) { // what a list of actions shows
    public enum State {
        /** Its owner has said nothing of it. */
        OWED,
        UNDERWAY,
        BLOCKED,
        /** Its owner says it is done, and nobody else has said anything. */
        REPORTED,
        /** Another party disputes that it is done. */
        DISPUTED,
        /** Done, as its owner and another party say, and nobody disputes. */
        CONFIRMED
    }

    /** Days before it is due from which an action under way is told to be so. */
    private static final int SOON = 14;

    /** What a list says of it at a glance. */
    public enum Light {
        OK,
        /** Due soon. */
        RISK,
        LATE,
        BLOCKED,
        REPORTED,
        DISPUTED,
        DONE;

        /** In small letters, as messages have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Owed {
        checks = List.copyOf(checks);
    }

    public boolean isOpen() {
        return state != State.CONFIRMED;
    }

    /** Past its day, and not even reported done. */
    public boolean isLate(LocalDate today) {
        return isOpen() && state != State.REPORTED && today.isAfter(action.due());
    }

    public Light light(LocalDate today) {
        return light(state, action.due(), today);
    }

    static Light light(State state, LocalDate due, LocalDate today) {
        return switch (state) {
            case CONFIRMED -> Light.DONE;
            case REPORTED -> Light.REPORTED;
            case DISPUTED -> Light.DISPUTED;
            case BLOCKED -> Light.BLOCKED;
            case OWED, UNDERWAY -> {
                if (today.isAfter(due)) yield Light.LATE;
                yield due.isAfter(today.plusDays(SOON)) ? Light.OK : Light.RISK;
            }
        };
    }

    /** Whether a party other than its owner has still to say whether the report is true. */
    public boolean awaitsCheckOf(PartyCode party) {
        return state == State.REPORTED
                && !party.equals(action.owner())
                && checks.stream().noneMatch(check -> check.by().equals(party));
    }

    /** The actions of the decisions that were taken in a sitting. */
    public static List<Owed> all(Proceedings proceedings) {
        var owed = new ArrayList<Owed>();
        for (var decision : Decided.all(proceedings)) owed.addAll(of(proceedings, decision));
        return List.copyOf(owed);
    }

    static Optional<Owed> find(Proceedings proceedings, Part action) {
        return Decided.find(proceedings, action.act()).stream()
                .flatMap(decision -> of(proceedings, decision).stream())
                .filter(one -> one.id().equals(action))
                .findFirst();
    }

    /** Those of one decision; none unless it was taken. */
    static List<Owed> of(Proceedings proceedings, Decided decision) {
        if (decision.state() != Decided.State.TAKEN) return List.of();
        return IntStream.range(0, decision.text().actions().size())
                .mapToObj(index -> of(proceedings, decision, index))
                .toList();
    }

    private static Owed of(Proceedings proceedings, Decided decision, int index) {
        var action = decision.text().actions().get(index);
        var id = new Part(decision.act(), index + 1);
        var report = proceedings.of(action.owner(), Saying.Reported.class).reversed().stream()
                .filter(one -> one.saying().action().equals(id))
                .findFirst();
        var checks = report.map(Utterance::act)
                .map(act -> checks(proceedings, act, action.owner()))
                .orElse(List.of());
        return new Owed(id, decision, action, state(report, checks), report.orElse(null), checks);
    }

    private static List<Utterance<Saying.Checked>> checks(Proceedings proceedings, ActId report, PartyCode owner) {
        var checks = new ArrayList<Utterance<Saying.Checked>>();
        for (var party : proceedings.sitting().parties())
            if (!party.equals(owner))
                proceedings.of(party, Saying.Checked.class).reversed().stream()
                        .filter(check -> check.saying().report().equals(report))
                        .findFirst()
                        .ifPresent(checks::add);
        return checks;
    }

    private static State state(Optional<Utterance<Saying.Reported>> report, List<Utterance<Saying.Checked>> checks) {
        if (report.isEmpty()) return State.OWED;
        return switch (report.get().saying().progress()) {
            case UNDERWAY -> State.UNDERWAY;
            case BLOCKED -> State.BLOCKED;
            case DONE -> {
                if (checks.isEmpty()) yield State.REPORTED;
                yield checks.stream().allMatch(check -> check.saying().confirmed()) ? State.CONFIRMED : State.DISPUTED;
            }
        };
    }
}
