package acorde.web.exchange;

import acorde.exchange.Exchange;
import acorde.exchange.Item;
import acorde.exchange.Mailbox;
import acorde.exchange.OfficeDrafts;
import acorde.exchange.Recalled;
import acorde.exchange.Turn;
import acorde.exchange.Unanswered;
import acorde.finding.Finding;
import acorde.offices.Officer;
import acorde.onward.Onward;
import acorde.policy.Field;
import acorde.web.Screen;
import acorde.web.desk.Writing;
import acorde.web.view.Frame;
import acorde.web.view.Left;
import acorde.web.view.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mailbox of an office. */
@Controller
final class MailboxPages {
    private static final int SHOWN = 30;

    private final Exchange exchange;
    private final OfficeDrafts officeDrafts;
    private final Writing writing;
    private final ReportWords words;
    private final Tracks tracks;
    private final OnwardWords onward;
    private final Screen screen;

    MailboxPages( // the parts it joins
            Exchange exchange,
            Finding finding,
            OfficeDrafts officeDrafts,
            Onward onward,
            ReportWords words,
            Tracks tracks,
            Screen screen) {
        this.onward = new OnwardWords(exchange, onward, words);
        this.officeDrafts = officeDrafts;
        this.tracks = tracks;
        this.exchange = exchange;
        this.writing = new Writing(finding, SendingPages.KIND);
        this.words = words;
        this.screen = screen;
    }

    @GetMapping("/exchange")
    ResponseEntity<String> mailbox(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String until) { // which part of which list
        var frame = screen.frame(request);
        var sent = way.equals("sent");
        var asked = sent ? Mailbox.Way.SENT : Mailbox.Way.RECEIVED;
        var now = frame.formats().now();
        var day = day(until);
        var place = Mailbox.Place.read(after)
                .or(() -> day.map(
                        last -> Mailbox.Place.until(last, frame.formats().zone())))
                .orElseGet(() -> Mailbox.Place.newest(now));
        var mailbox = exchange.mailbox(officer, asked, place, SHOWN, now);
        var older = mailbox.older();
        var requests = tracks.open(officer, asked, frame);
        var listed = requests.stream().map(DueView::act).collect(Collectors.toSet());
        var view = new MailboxView(
                sent,
                exchange.hasRules(),
                frame.sendsFiles() ? writing.begun(officer, now) : List.of(),
                frame.sendsFiles() ? brought(officer, now) : List.of(),
                mailbox.items().stream()
                        .filter(item -> !listed.contains(item.act().toString()))
                        .map(item -> line(item, sent, frame))
                        .toList(),
                older == null ? "" : Links.mailbox(sent, older.toString()),
                day.map(LocalDate::toString).orElse(""),
                day.isEmpty() && !until.isEmpty(),
                sent ? List.of() : orders(officer),
                sent
                        ? exchange.unanswered(officer).stream()
                                .map(one -> unanswered(one, frame))
                                .toList()
                        : List.of(),
                requests,
                sent || !frame.sendsFiles() ? List.of() : onward.open(officer, frame));
        return screen.page(request, view.unreadable() ? 422 : 200, "exchange/mailbox", view);
    }

    private List<Left.Other> brought(Officer officer, Instant now) {
        return officeDrafts.waiting(officer, now).stream()
                .map(one -> new Left.Other(one.name(), one.title(), "", one.at()))
                .toList();
    }

    /** A day as it was typed; empty if it is none that people could mean. */
    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> typed.length() == 10);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private List<MailboxView.Order> orders(Officer officer) {
        return Stream.concat(
                        exchange.waitingOrders(officer).stream().map(order -> order(order, true)),
                        exchange.orders(officer).stream().map(order -> order(order, false)))
                .toList();
    }

    private MailboxView.Line line(Item item, boolean sent, Frame frame) {
        return new MailboxView.Line(
                item.act().toString(),
                item.report().texts().part(Field.TITLE).orElse(""),
                ReportWords.language(item.report()),
                item.by().value(),
                item.at(),
                words.marks(item.report(), sent, frame),
                item.report().exercise(),
                alert(item, frame),
                sent ? words.given(item.asked(), exchange.copies(item.act()), exchange.recalls(item.act())) : null);
    }

    private static String alert(Item item, Frame frame) {
        if (!(item.report().turn() instanceof Turn.Warns(var alert))) return "";
        var over = !alert.expires().isAfter(frame.formats().now());
        return frame.say(over ? "alerts.over" : "alerts.until", frame.moment(alert.expires()));
    }

    private static MailboxView.Unanswered unanswered(Unanswered asked, Frame frame) {
        var order = asked.order();
        return new MailboxView.Unanswered(
                asked.whole().toString(),
                order.holder().value(),
                order.why().by(),
                order.isLate(frame.formats().today()));
    }

    private static MailboxView.Order order(Recalled order, boolean waits) {
        var answer = order.answer();
        return new MailboxView.Order(
                order.order().party().value(),
                order.at(),
                order.why().ground().name(),
                order.why().by(),
                waits,
                answer == null ? null : answer.at());
    }
}
