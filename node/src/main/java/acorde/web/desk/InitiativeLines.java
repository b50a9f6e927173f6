package acorde.web.desk;

import acorde.compact.Claim;
import acorde.compact.Initiative;
import acorde.compact.Reported;
import acorde.compact.Stood;
import acorde.compact.Word;
import acorde.monitoring.Light;
import acorde.publication.HonestFigures;
import acorde.publication.Promise;
import acorde.publication.Talk;
import acorde.trust.PartyCode;
import acorde.web.view.Chord;
import acorde.web.view.Chord.Mark;
import acorde.web.view.Chord.State;
import acorde.web.view.Figures;
import acorde.web.view.Frame;
import acorde.web.view.InitiativeLine;
import acorde.web.view.LightView;
import acorde.web.view.ProposalLine;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Initiatives as lists show them, with their chords: for an officer, or for everybody. */
public final class InitiativeLines {
    private final Directory directory;
    private final Frame frame;

    public InitiativeLines(Directory directory, Frame frame) {
        this.directory = directory;
        this.frame = frame;
    }

    /** As everybody may see it. @param light as everybody is shown it; empty if none is */
    public InitiativeLine line(Promise promise, Optional<Light> light) {
        var proposals = promise.talks().stream().map(Talk::stood).toList();
        return line(
                promise,
                proposals,
                light.map(each -> LightWords.of(each, promise.text().reported(), frame))
                        .orElse(null));
    }

    /**
     * @param proposals those on it that this reader may see, newest first
     * @param light null where none is shown
     */
    InitiativeLine line(Promise promise, List<Stood> proposals, @Nullable LightView light) {
        var text = promise.text();
        var open = proposals.stream()
                .filter(each -> each.state() == Stood.State.OPEN)
                .findFirst()
                .or(() -> proposals.stream().findFirst().filter(each -> each.state() == Stood.State.DEAD));
        var inForce = proposals.stream()
                .filter(each -> each.proposal().act().equals(promise.act()))
                .findFirst();
        var reported = text.reported();
        return new InitiativeLine(
                promise.code(),
                text.area(),
                frame.in(Directory.words(text.title())),
                directory.inOrder(text.parties()),
                text.due(),
                status(reported.status()),
                reported.status() == null ? "" : reported.status().asOf().toString(),
                reported.evidence() == Claim.Evidence.OFFICIAL,
                reported.verify(),
                agreement(promise),
                promise.number(),
                movement(proposals),
                open.map(each -> each.proposal().act().toString()).orElse(""),
                open.or(() -> inForce).map(this::chord).orElseGet(() -> silent(text)),
                light);
    }

    /** Who assented and who refused. */
    public Chord chord(Stood stood) {
        return chord(stood.proposal().required(), stood.proposal().words());
    }

    Chord chord(SortedSet<PartyCode> required, SortedMap<PartyCode, Word> words) {
        var marks = directory.parties().stream()
                .map(party -> new Mark(party.value(), state(party, required, words), null))
                .toList();
        return new Chord(Chord.Matter.CONSENT, marks);
    }

    static State state(PartyCode party, SortedSet<PartyCode> required, SortedMap<PartyCode, Word> words) {
        if (!required.contains(party)) return State.DASHED;
        return switch (words.get(party)) {
            case Word.Assent _ -> State.FILLED;
            case Word.Refusal _ -> State.CROSSED;
            case null -> State.HOLLOW;
        };
    }

    /** Nobody has said anything: every party concerned has a hollow mark. */
    private Chord silent(Initiative initiative) {
        var owed = new TreeSet<>(directory.parties());
        owed.retainAll(initiative.parties());
        return chord(owed.isEmpty() ? new TreeSet<>(directory.parties()) : owed, new TreeMap<>());
    }

    /** Where a proposal stands. */
    public static ProposalLine.Standing standing(Stood.State state) {
        return switch (state) {
            case OPEN -> ProposalLine.Standing.OPEN;
            case IN_FORCE -> ProposalLine.Standing.IN_FORCE;
            case DEAD -> ProposalLine.Standing.DEAD;
            case SUPERSEDED -> ProposalLine.Standing.SUPERSEDED;
            case CONTESTED -> ProposalLine.Standing.CONTESTED;
        };
    }

    private static InitiativeLine.Agreement agreement(Promise promise) {
        return switch (promise.consent()) {
            case ANNOUNCED -> InitiativeLine.Agreement.ANNOUNCED_ONLY;
            case CONSENTED -> InitiativeLine.Agreement.CONSENTED;
            case CONTESTED -> InitiativeLine.Agreement.CONTESTED;
        };
    }

    /** @param proposals newest first */
    private static InitiativeLine.Movement movement(List<Stood> proposals) {
        if (proposals.stream().anyMatch(each -> each.state() == Stood.State.OPEN))
            return InitiativeLine.Movement.PROPOSED;
        return !proposals.isEmpty() && proposals.getFirst().state() == Stood.State.DEAD
                ? InitiativeLine.Movement.REFUSED
                : InitiativeLine.Movement.NONE;
    }

    private static InitiativeLine.Status status(Reported.@Nullable Status status) {
        return status == null
                ? InitiativeLine.Status.UNKNOWN
                : InitiativeLine.Status.valueOf(status.value().name());
    }

    private static int none(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    /** The honest figures as pages show them. */
    public static Figures figures(HonestFigures figures) {
        return figures(figures, 0, 0);
    }

    /** The same, with the days after which a delay is shown to the other parties and to everybody. */
    public static Figures figures(HonestFigures figures, int others, int everybody) {
        return new Figures(
                figures.total(),
                figures.dated(),
                figures.numbered(),
                figures.measured(),
                figures.consented(),
                figures.proposed(),
                figures.past(),
                new Figures.Kept(
                        none(figures.late()),
                        none(figures.done()),
                        figures.waived(),
                        none(figures.open()),
                        others,
                        everybody));
    }
}
