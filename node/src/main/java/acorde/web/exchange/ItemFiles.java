package acorde.web.exchange;

import acorde.exchange.Exchange;
import acorde.exchange.Shown;
import acorde.files.Files;
import acorde.files.Kept;
import acorde.offices.Officer;
import acorde.web.Download;
import acorde.web.desk.FileAnswers;
import acorde.web.view.FileLine;
import acorde.web.view.Links;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files that go with what was exchanged, for who has that open: pages and programs alike. Of files that are kept back nothing is told. */
public final class ItemFiles {
    private final Exchange exchange;
    private final Files files;

    public ItemFiles(Exchange exchange, Files files) {
        this.exchange = exchange;
        this.files = files;
    }

    /** With how they stand here. */
    public List<Kept> of(Shown.Open open) {
        return open.item().report().files().isEmpty()
                ? List.of()
                : files.of(open.item().act());
    }

    /** Without an address if they may not be taken away. @param read the seal of the restriction that was read */
    List<FileLine> lines(Officer officer, Shown.Open open, String read, Instant now) { // of what, for whom
        var kept = of(open);
        var may = !kept.isEmpty() && exchange.mayTakeFiles(officer, open, now);
        return kept.stream()
                .map(one -> line(one, open.purpose().code(), read))
                .map(line -> may ? line : new FileLine(line.act(), line.kept(), "", line.page()))
                .toList();
    }

    static FileLine line(Kept kept, String purpose, String read) {
        var act = kept.named().act().toString();
        return new FileLine(act, kept, Links.reportFile(act, kept.named().number(), purpose, read), Links.report(act));
    }

    /** One of them, to be taken away: decided anew and told to the journal; empty if there is none for this reader. @param number as a path has it */
    public Optional<Kept> take(Officer officer, Shown shown, String number, Instant now) { // which of what, for whom
        return shown instanceof Shown.Open open && !of(open).isEmpty()
                ? FileAnswers.find(files, open.item().act(), number)
                        .filter(kept ->
                                exchange.takeFile(officer, open, kept.named().number(), now))
                : Optional.empty();
    }

    /** One that is whole, by the same door as every other file. */
    public void write(Kept kept, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Download.write(files, kept, request, response);
    }
}
