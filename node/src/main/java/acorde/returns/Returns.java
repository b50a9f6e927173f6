package acorde.returns;

import acorde.acts.Act;
import acorde.acts.ReadingRoom;
import acorde.acts.Said;
import acorde.files.Files;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Objection;
import acorde.offices.JournalLine;
import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.offices.Turns;
import acorde.sheets.Format;
import acorde.sheets.SheetWriter;
import acorde.trustlog.Hash;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** What a party sends back on a spreadsheet: the door of the package. Safe for any thread. */
public final class Returns {
    /** Bytes of a file: ten thousand rows with a few hundred characters each. */
    public static final int BYTES = 8 << 20;

    /** Rows of a file, without its headings. */
    public static final int ROWS = Sheet.ROWS;

    /** Characters of a cell. */
    public static final int WORDS = Typed.WORDS;

    /** Files that are read at once: what one unpacks to is a good part of the memory of a node. */
    private static final int AT_ONCE = 1;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Monitoring monitoring;
    private final Files files;
    private final Offices offices;
    private final Turns turns = new Turns(AT_ONCE, 1, PATIENCE);

    public Returns(Monitoring monitoring, Files files, Offices offices) {
        this.monitoring = monitoring;
        this.files = files;
        this.offices = offices;
    }

    /**
     * Writes the template of this party, with its accounts as they stand.
     *
     * @throws IOException if it cannot be written; what was written is a part
     */
    public void template(Format format, Language language, LocalDate today, OutputStream out)
            throws IOException { // what, as what, as of when, where to
        var rows = new Template(language, today).rows(monitoring.owed());
        ReadingRoom.leave(); // whoever takes it slowly keeps nobody else from reading
        SheetWriter.write(format, language == Language.ES ? "Informe" : "Return", rows.iterator(), out);
    }

    /** What a file would have this party say. */
    public sealed interface Looked {
        record Seen(Preview preview) implements Looked {}

        record Unread(Unreadable why) implements Looked {}

        /** The officer has no such file lying ready. */
        record Gone() implements Looked {}

        /** As many files are being read as are read at once; the same can be asked for in a moment. */
        record Busy() implements Looked {}
    }

    /** What came of having it said. */
    public sealed interface Entered {
        /** @param acts one for each initiative, in the order of the return */
        record Done(List<Act> acts) implements Entered {
            public Done {
                acts = List.copyOf(acts);
            }
        }

        /** Nothing was said: there are faults, or there is nothing new, or it cannot be read. */
        record Not(Looked looked) implements Entered {}

        /** Nothing was said: a rule forbids one of the reports. */
        record Declined(Preview preview, Objection.In why) implements Entered {}
    }

    /** What a file that an officer has lying ready would have this party say. Nothing is said. */
    public Looked look(Officer officer, long upload, LocalDate today) {
        return turns.<Looked>take(officer.person(), () -> read(officer, upload, today))
                .orElseGet(Looked.Busy::new);
    }

    private Looked read(Officer officer, long upload, LocalDate today) {
        var known = files.uploads(officer.person()).stream()
                .filter(each -> each.id() == upload)
                .findFirst();
        if (known.isEmpty()) return new Looked.Gone();
        if (known.get().file().size() > BYTES) return new Looked.Unread(Unreadable.because(Unreadable.Why.TOO_LARGE));
        var bytes = files.bytes(officer.person(), upload, BYTES);
        if (bytes.isEmpty()) return new Looked.Gone();
        var read = switch (known.get().file().type()) {
            case CSV -> preview(CsvSheet.read(bytes.get()), today);
            case XLSX -> preview(XlsxSheet.read(bytes.get()), today);
            case PDF, PNG, JPEG, TEXT, DOCX, ODS -> new Preview.Reading.Not(Unreadable.because(Unreadable.Why.TYPE));
        };
        return switch (read) {
            case Preview.Reading.Made(var preview) -> new Looked.Seen(preview);
            case Preview.Reading.Not(var why) -> new Looked.Unread(why);
        };
    }

    private Preview.Reading preview(Sheet.Reading read, LocalDate today) {
        return switch (read) {
            case Sheet.Reading.Read(var sheet) -> Comparing.compare(sheet, monitoring.owed(), today);
            case Sheet.Reading.Not(var why) -> new Preview.Reading.Not(why);
        };
    }

    /**
     * Has all of it said for the officer's office, or nothing. The file is then let go of; the journal keeps its hash, who
     * entered it, and which acts came of it.
     */
    public Entered enter(Officer officer, long upload, LocalDate today) {
        var looked = look(officer, upload, today);
        if (!(looked instanceof Looked.Seen(var preview))
                || preview.wrong() > 0
                || preview.changes().isEmpty()) return new Entered.Not(looked);
        var hash = files.uploads(officer.person()).stream()
                .filter(each -> each.id() == upload)
                .map(each -> each.file().sha256())
                .findFirst();
        if (hash.isEmpty()) return new Entered.Not(new Looked.Gone());
        var reports = preview.changes().stream()
                .map(change ->
                        new Monitoring.Based(change.report(), change.before().latest()))
                .toList();
        // Before anything is said, so that nothing is ever said of which nobody can tell who entered it.
        offices.journal().write(line("return-entered", officer, hash.get()).with("reports", reports.size()));
        return switch (monitoring.reportAll(officer, reports)) {
            case Said.Declined<Objection.In>(var why) -> new Entered.Declined(preview, why);
            case Said.Written<Objection.In>(var acts) -> {
                offices.journal()
                        .write(line("return-said", officer, hash.get())
                                .with("first", acts.getFirst().id())
                                .with("last", acts.getLast().id()));
                files.drop(officer.person(), upload);
                yield new Entered.Done(acts);
            }
        };
    }

    private static JournalLine line(String what, Officer officer, Hash hash) {
        return JournalLine.of(what, officer).with("sha", hash.hex());
    }
}
