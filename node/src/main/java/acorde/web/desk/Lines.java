package acorde.web.desk;

import acorde.compact.Word;
import acorde.monitoring.Viewer;
import acorde.publication.HonestFigures;
import acorde.trust.PartyCode;
import acorde.web.view.Chord;
import acorde.web.view.Document;
import acorde.web.view.Figures;
import acorde.web.view.Frame;
import acorde.web.view.InitiativeLine;
import acorde.web.view.LightView;
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
    private final InitiativeLines initiatives;
    private final PartyCode self;
    private final Frame frame;

    Lines(Ledger ledger, Directory directory, PartyCode self, Frame frame) {
        this.ledger = ledger;
        this.directory = directory;
        this.initiatives = new InitiativeLines(directory, frame);
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
                InitiativeLines.standing(made.state()),
                made.proposal().withdrawal() != null,
                made.awaits(self),
                chord);
    }

    /** Who assented and who refused, without the times. */
    Chord chord(Made made) {
        return chord(made.proposal().required(), made.proposal().words());
    }

    Chord chord(SortedSet<PartyCode> required, SortedMap<PartyCode, Word> words) {
        return initiatives.chord(required, words);
    }

    /** The chord as it would stand with this party's assent. */
    Chord chordWithOurs(Made made) {
        var words = new TreeMap<PartyCode, Word>(made.proposal().words());
        words.put(self, new Word.Assent(made.id()));
        return chord(made.proposal().required(), words);
    }

    InitiativeLine initiative(Ledger.Known known) {
        return initiatives.line(known.promise(), ledger.recent(known.key()), light(known));
    }

    /** Everybody is shown less red than a party is. */
    private @Nullable LightView light(Ledger.Known known) {
        var watched = ledger.watched(viewer(self, frame), frame.formats().now())
                .get(known.key().code());
        return watched == null
                ? null
                : LightWords.of(watched.light(), known.initiative().reported(), frame);
    }

    static Viewer viewer(PartyCode self, Frame frame) {
        return frame.reader() == null ? new Viewer.Public() : new Viewer.Of(self);
    }

    /** The honest figures of these initiatives. */
    static Figures figures(Collection<Ledger.Known> known, Collection<String> proposed, LocalDate today) {
        var counted = known.stream()
                .map(each -> new HonestFigures.Counted(
                        each.initiative(),
                        each.initiative().measured(),
                        each.item().consented(),
                        proposed.contains(each.key().code()),
                        null))
                .toList();
        return InitiativeLines.figures(HonestFigures.of(counted, today));
    }
}
