package acorde.web.desk;

import acorde.compact.Claim;
import acorde.compact.Initiative;
import acorde.compact.Item;
import acorde.compact.Reported;
import acorde.compact.Stood;
import acorde.compact.Word;
import acorde.trust.PartyCode;
import acorde.web.view.Chord;
import acorde.web.view.Chord.Mark;
import acorde.web.view.Chord.State;
import acorde.web.view.Document;
import acorde.web.view.Figures;
import acorde.web.view.Frame;
import acorde.web.view.InitiativeLine;
import acorde.web.view.ProposalLine;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lines of lists, with their chords, for one reader. */
final class Lines {
    private final Ledger ledger;
    private final Directory directory;
    private final PartyCode self;
    private final Frame frame;

    Lines(Ledger ledger, Directory directory, PartyCode self, Frame frame) {
        this.ledger = ledger;
        this.directory = directory;
        this.self = self;
        this.frame = frame;
    }

    ProposalLine proposal(Made made) {
        return proposal(made, chord(made));
    }

    ProposalLine proposal(Made made, Chord chord) {
        var text = made.text().orElseThrow();
        var after = Texts.of(text, directory);
        var before = ledger.baseOf(made).map(base -> Texts.of(base, directory));
        return new ProposalLine(
                made.id().toString(),
                Ledger.name(made.item()),
                Texts.area(text),
                frame.in(after.title()),
                made.by().value(),
                made.act().at(),
                before.map(then -> Document.changes(then, after, frame.formats()))
                        .orElse(List.of()),
                standing(made.state()),
                made.proposal().withdrawal() != null,
                made.awaits(self),
                chord);
    }

    static ProposalLine.Standing standing(Stood.State state) {
        return switch (state) {
            case OPEN -> ProposalLine.Standing.OPEN;
            case IN_FORCE -> ProposalLine.Standing.IN_FORCE;
            case DEAD -> ProposalLine.Standing.DEAD;
            case SUPERSEDED -> ProposalLine.Standing.SUPERSEDED;
            case CONTESTED -> ProposalLine.Standing.CONTESTED;
        };
    }

    /** Who assented and who refused, without the times. */
    Chord chord(Made made) {
        return chord(made.proposal().required(), made.proposal().words());
    }

    /** The chord as it would stand with this party's assent. */
    Chord chordWithOurs(Made made) {
        var words = new TreeMap<PartyCode, Word>(made.proposal().words());
        words.put(self, new Word.Assent(made.id()));
        return chord(made.proposal().required(), words);
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
        var owed = directory.parties().stream()
                .filter(initiative.parties()::contains)
                .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
        return chord(owed.isEmpty() ? new java.util.TreeSet<>(directory.parties()) : owed, new TreeMap<>());
    }

    InitiativeLine initiative(Ledger.Known known) {
        var text = known.initiative();
        var proposals = ledger.recent(known.key());
        var open = proposals.stream()
                .filter(each -> each.state() == Stood.State.OPEN)
                .findFirst()
                .or(() -> proposals.stream().findFirst().filter(each -> each.state() == Stood.State.DEAD));
        var inForce = proposals.stream()
                .filter(each -> each.proposal().act().equals(known.act()))
                .findFirst();
        var reported = text.reported();
        return new InitiativeLine(
                known.key().code(),
                text.area(),
                frame.in(Directory.words(text.title())),
                directory.inOrder(text.parties()),
                text.due(),
                status(reported.status()),
                reported.status() == null ? "" : reported.status().asOf().toString(),
                reported.evidence() == Claim.Evidence.OFFICIAL,
                reported.verify(),
                agreement(known),
                known.number(),
                movement(proposals),
                open.map(each -> each.proposal().act().toString()).orElse(""),
                open.or(() -> inForce)
                        .map(each -> chord(
                                each.proposal().required(), each.proposal().words()))
                        .orElseGet(() -> silent(text)));
    }

    private static InitiativeLine.Agreement agreement(Ledger.Known known) {
        if (known.item().standing() == Item.Standing.CONTESTED) return InitiativeLine.Agreement.CONTESTED;
        return known.item().consented() ? InitiativeLine.Agreement.CONSENTED : InitiativeLine.Agreement.ANNOUNCED_ONLY;
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

    /** The honest figures of these initiatives. */
    static Figures figures(Collection<Ledger.Known> known, Collection<String> proposed, LocalDate today) {
        var dated = 0;
        var numbered = 0;
        var measured = 0;
        var consented = 0;
        var open = 0;
        var past = 0;
        for (var each : known) {
            var text = each.initiative();
            var due = text.due();
            if (text.dated()) dated++;
            if (text.numbered()) numbered++;
            if (text.measured()) measured++;
            if (each.item().consented()) consented++;
            if (proposed.contains(each.key().code())) open++;
            if (due != null && due.isBefore(today)) past++;
        }
        return new Figures(known.size(), dated, numbered, measured, consented, open, past);
    }
}
