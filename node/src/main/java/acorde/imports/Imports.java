package acorde.imports;

import acorde.exchange.OfficeDrafts;
import acorde.exchange.Texts;
import acorde.offices.Journal;
import acorde.offices.JournalLine;
import acorde.offices.Officer;
import acorde.offices.Turns;
import acorde.policy.Field;
import acorde.sheets.Cell;
import acorde.sheets.Format;
import acorde.sheets.SheetWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Files of other systems: the door of the package. Safe for any thread. */
public final class Imports {
    /** Bytes of a file: of an event some thousand attributes. */
    public static final int BYTES = 2 << 20;

    /** Events, or rows, of one file. */
    public static final int EVENTS = MispFile.EVENTS;

    public static final int ROWS = CsvFile.ROWS;

    /** Parts of an event that are told of because they are not taken. */
    public static final int LEFT = 1_000;

    /** Files that are read at once, since what JSON holds weighs many times what it has in bytes; each person once in the line. */
    private final Turns turns = new Turns(1, 1, Duration.ofSeconds(20));

    private final OfficeDrafts drafts;
    private final Journal journal;

    public Imports(OfficeDrafts drafts, Journal journal) {
        this.drafts = drafts;
        this.journal = journal;
    }

    /** What kinds of files are read. */
    public enum Kind {
        MISP,
        CSV
    }

    /** What a file would come to. Nothing is kept. Empty if others' are being read, and it can be asked again in a moment. */
    public Optional<Reading> read(Officer officer, Kind kind, byte[] file, Reader reader) { // whose, as what, for whom
        if (file.length > BYTES) return Optional.of(new Reading.Not(Reading.Why.TOO_LARGE));
        return turns.take(
                officer.person(), () -> kind == Kind.MISP ? MispFile.read(file, reader) : CsvFile.read(file, reader));
    }

    /**
     * Puts all that can be taken among the drafts of the officer's office, durably; what lies there already, or was settled there, once.
     *
     * @return how many there was no room for
     */
    public int bring(Officer officer, List<Candidate> candidates, Instant now) {
        var once = new HashSet<String>();
        var good = candidates.stream()
                .flatMap(each -> draft(each).stream())
                .filter(each -> once.add(each.name()))
                .toList();
        var over = new AtomicInteger();
        drafts.bring(
                officer,
                good,
                UUID.randomUUID(),
                brought -> {
                    over.set(brought.noRoom().size());
                    return "{}"; // whoever brought it by a page asks for no status
                },
                now);
        journal.write(JournalLine.of("drafts-imported", officer).with("drafts", good.size() - over.get()));
        return over.get();
    }

    private static Optional<OfficeDrafts.Draft> draft(Candidate candidate) {
        return Optional.ofNullable(candidate.report())
                .map(report -> new OfficeDrafts.Draft(
                        candidate.name(), report.texts().part(Field.TITLE).orElse(""), report));
    }

    /** A table with the headings alone, as CSV, in that language. */
    public static byte[] template(Texts.Language language) {
        var headings = Arrays.stream(Column.values())
                .map(column -> language == Texts.Language.ES
                        ? column.words().es()
                        : column.words().en())
                .map(Cell::text)
                .toList();
        try (var out = new ByteArrayOutputStream()) {
            SheetWriter.write(Format.CSV, "", Stream.of(headings).iterator(), out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }
}
