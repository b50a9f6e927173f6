package acorde.web.desk;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Partner;
import acorde.acts.ReadingRoom;
import acorde.trust.Evidence;
import acorde.trust.PartyCode;
import acorde.trust.Receipt;
import acorde.trust.StoredEntry;
import acorde.web.Screen;
import acorde.web.view.Change;
import acorde.web.view.Frame;
import acorde.web.view.PartnersView;
import acorde.web.view.PartnersView.LogState;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Whether every partner is reachable, how far each has read the others, what is missing, whether logs agree. */
@Controller
final class PartnersPage {
    private static final int DELIVERIES = 8;
    private static final int MISSING = 20;

    private final Acts acts;
    private final Directory directory;
    private final Telling telling;
    private final Screen screen;

    PartnersPage(Acts acts, Directory directory, Telling telling, Screen screen) {
        this.acts = acts;
        this.directory = directory;
        this.telling = telling;
        this.screen = screen;
    }

    @GetMapping("/partners")
    ResponseEntity<String> partners(HttpServletRequest request) {
        var frame = screen.frame(request);
        ReadingRoom.enter();
        var partners =
                acts.partners().stream().map(partner -> partner(partner, frame)).toList();
        return screen.page(request, 200, "partners", new PartnersView(partners, deliveries(frame)));
    }

    private PartnersView.Partner partner(Partner partner, Frame frame) {
        var code = partner.party();
        var logs = acts.logs();
        var state = logs.state(code);
        var receipt = logs.receipts(code, 1).stream().findFirst();
        var heard = partner.heardAt() == null ? state.heardAt() : partner.heardAt();
        return new PartnersView.Partner(
                code.value(),
                frame.in(directory.body(code)),
                partner.answers(),
                partner.trouble() == null || partner.troubleSince() == null
                        ? null
                        : new PartnersView.Trouble(partner.trouble(), partner.troubleSince()),
                heard,
                receipt.map(Receipt::size).orElse(0L),
                logs.state(acts.self()).size(),
                receipt.map(Receipt::at).orElse(null),
                state.size(),
                Math.max(partner.announced(), state.size()),
                last(code),
                acts.missing(code),
                missing(code),
                state.halted() != null ? LogState.FORKED : state.note() == null ? LogState.UNREAD : LogState.CONSISTENT,
                state.heardAt());
    }

    private String last(PartyCode party) {
        return acts.logs().latestOpen(party, 0, Long.MAX_VALUE, 4 * DELIVERIES).stream()
                .flatMap(entry -> read(party, entry).stream())
                .filter(act -> ActReading.mayBeTold(acts, act))
                .findFirst()
                .map(act -> act.id().toString())
                .orElse("");
    }

    private List<PartnersView.Missing> missing(PartyCode party) {
        var since = acts.logs().missingSince(party, MISSING);
        return since.entrySet().stream()
                .map(missing ->
                        new PartnersView.Missing(new ActId(party, missing.getKey()).toString(), missing.getValue()))
                .toList();
    }

    private List<Change> deliveries(Frame frame) {
        var chords = new Deliveries(acts);
        var self = acts.self();
        return acts.logs().latestOpen(self, 0, Long.MAX_VALUE, 4 * DELIVERIES).stream()
                .flatMap(entry -> read(self, entry).stream())
                .filter(act -> !act.to().isEmpty() && ActReading.mayBeTold(acts, act))
                .limit(DELIVERIES)
                .map(act -> telling.tell(act, frame.language(), chords.of(act)))
                .toList();
    }

    private Optional<Act> read(PartyCode party, StoredEntry entry) {
        return acts.read(new ActId(party, entry.index()), entry);
    }

    /** What a partner signed that contradicts itself, as signed. */
    @GetMapping(path = "/partners/{party}/fork", produces = "text/plain;charset=utf-8")
    ResponseEntity<String> fork(@PathVariable String party) {
        var evidence = directory.code(party).map(acts.logs()::evidence).orElse(List.of());
        if (evidence.isEmpty()) return ResponseEntity.notFound().build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + party + "-evidence.txt\"")
                .body(evidence.stream().map(PartnersPage::text).collect(Collectors.joining("\n")));
    }

    private static String text(Evidence evidence) {
        return evidence.kind() + " " + evidence.at() + "\n\n" + evidence.first() + "\n" + evidence.second();
    }
}
