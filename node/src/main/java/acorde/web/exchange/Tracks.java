package acorde.web.exchange;

import acorde.acts.ActId;
import acorde.exchange.Item;
import acorde.exchange.Mailbox;
import acorde.exchange.Turn;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Rung;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.onward.Onward;
import acorde.onward.Wish;
import acorde.policy.Field;
import acorde.requests.Due;
import acorde.requests.Request;
import acorde.requests.Requests;
import acorde.requests.Standing;
import acorde.requests.Word;
import acorde.trust.PartyCode;
import acorde.web.view.Frame;
import acorde.web.view.HomeView;
import acorde.web.view.Links;
import acorde.web.view.OfficeName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts into words what is asked and until when. What is late climbs the ladder of delays by the same days, up to the ministers, shown at each
 * rung to those alone who may find it.
 */
public final class Tracks {
    private static final Rung TOP = Rung.MINISTER;

    private final PartyCode self;
    private final Requests requests;
    private final Onward onward;
    private final Monitoring monitoring;

    Tracks(PartyCode self, Requests requests, Onward onward, Monitoring monitoring) {
        this.self = self;
        this.requests = requests;
        this.onward = onward;
        this.monitoring = monitoring;
    }

    /** What is not settled, what is late first. */
    List<DueView> open(Officer officer, Mailbox.Way way, Frame frame) {
        var now = frame.formats().now();
        var open = requests.open(officer, way, now);
        var read = requests.read(officer, open, now);
        return open.stream()
                .map(one -> due(one, read.get(one.item().act()), frame))
                .toList();
    }

    DueView due(Requests.Listed one, Frame frame) {
        return due(one, one.item(), frame);
    }

    /** @param read what was asked with its texts; null if it was not read */
    private DueView due(Requests.Listed one, @Nullable Item read, Frame frame) {
        var request = one.request();
        return new DueView(
                request.act().toString(),
                title(read, ""),
                ReportWords.language(one.item().report()),
                other(request).value(),
                symbol(one.standing()),
                stands(one, frame));
    }

    private PartyCode other(Request request) {
        return request.by().equals(self) ? request.to() : request.by();
    }

    private static String symbol(Standing standing) {
        return switch (standing) {
            case Standing.Underway _, Standing.TakenBack _ -> "s-undated";
            case Standing.Open(var _, var light) ->
                switch (light) {
                    case IN_TIME -> "s-ok";
                    case SOON -> "s-risk";
                    case LATE -> "s-late";
                };
            case Standing.Answered _ -> "s-done";
            case Standing.Refused _ -> "s-blocked";
        };
    }

    private String stands(Requests.Listed one, Frame frame) {
        return switch (one.standing()) {
            case Standing.Underway _ -> underway(one.request(), frame);
            case Standing.Open(var due, var light) -> open(due, light, frame);
            case Standing.Answered(var at, var late) ->
                frame.say(late ? "requests.answered.late" : "requests.answered", frame.moment(at));
            case Standing.Refused(var ground, var at, var late) ->
                frame.say(
                        late ? "requests.refused.late" : "requests.refused",
                        frame.moment(at),
                        frame.say("requests.ground." + ground));
            case Standing.TakenBack(var at) -> frame.say("requests.takenback", frame.moment(at));
        };
    }

    private String underway(Request request, Frame frame) {
        if (request.to().equals(self)) return frame.say("requests.underway.ours");
        var proven = request.clocks().proven() != null;
        return frame.say(
                proven ? "requests.underway.proven" : "requests.underway",
                frame.subject(request.to().value()));
    }

    private static String open(Due due, Due.Light light, Frame frame) {
        var now = frame.formats().now();
        return switch (light) {
            case IN_TIME -> frame.say("requests.left", left(now, due.until(), frame), frame.moment(due.until()));
            case SOON -> frame.say("requests.left.little", left(now, due.until(), frame), frame.moment(due.until()));
            case LATE -> frame.say("requests.late", frame.moment(due.until()), left(due.until(), now, frame));
        };
    }

    /** "45 min", "7 h", "3 days": down to what is whole. */
    private static String left(Instant from, Instant until, Frame frame) {
        var left = Duration.between(from, until);
        if (left.toMinutes() < 120) return frame.say("requests.minutes", left.toMinutes());
        if (left.toHours() < 72) return frame.say("requests.hours", left.toHours());
        return frame.say("requests.days", left.toDays());
    }

    /** What makes an item a request or an answer; null if it is neither. @param copies of a request of this party's */
    @Nullable
    TurnView of(Officer officer, Item item, List<Item.Copy> copies, Frame frame) { // what is shown to whom
        var acts = item.to().isEmpty() ? copies.stream().map(Item.Copy::act).toList() : List.of(item.act());
        return item.report().turn() instanceof Turn.Asks
                ? of(item.report().turn(), tracks(officer, acts, frame), frame)
                : of(item.report().turn(), List.of(), frame);
    }

    /** The same of what is not sent yet. */
    static @Nullable TurnView of(Turn turn, Frame frame) {
        return of(turn, List.of(), frame);
    }

    private static @Nullable TurnView of(Turn turn, List<DueView.Track> tracks, Frame frame) {
        return switch (turn) {
            case Turn.Tells _, Turn.Warns _ -> null;
            case Turn.Asks(var urgency, var office) ->
                new TurnView(
                        urgency.name(), office == null ? "" : OfficeName.in(frame.words(), office), "", false, tracks);
            case Turn.Answers(var request, var interim) -> new TurnView("", "", request.toString(), interim, tracks);
        };
    }

    private List<DueView.Track> tracks(Officer officer, Collection<ActId> acts, Frame frame) {
        var now = frame.formats().now();
        return requests.find(officer, acts, now).stream()
                .map(one -> {
                    var ours = one.request().to().equals(self) && frame.sendsFiles();
                    var may = ours ? Requests.sayable(one.request(), now) : List.<Word.Kind>of();
                    var answerable = ours && !one.standing().isSettled();
                    return new DueView.Track(
                            due(one, frame),
                            said(one, frame),
                            may.stream().map(Enum::name).toList(),
                            answerable);
                })
                .toList();
    }

    private record Timed(Instant at, DueView.Said said) {}

    private static Timed timed(Instant at, String key, PartyCode party, Frame frame) { // what whose clock shows
        return new Timed(at, new DueView.Said(frame.say(key, frame.subject(party.value())), frame.moment(at), ""));
    }

    /** What both clocks show, what was said and answered, in the order of its time. */
    private List<DueView.Said> said(Requests.Listed one, Frame frame) {
        var request = one.request();
        var words = request.words().stream()
                .map(said -> new Timed(
                        said.at(),
                        new DueView.Said(
                                frame.say("requests.said", office(said.office(), frame), word(said.word(), frame)),
                                frame.moment(said.at()),
                                "")));
        var replies = request.replies().stream()
                .map(reply -> new Timed(
                        reply.at(),
                        new DueView.Said(
                                frame.say(reply.interim() ? "requests.answer.interim" : "requests.answer"),
                                frame.moment(reply.at()),
                                Links.report(reply.act().toString()))));
        var clocks = request.clocks();
        var received = clocks.received();
        var proven = clocks.proven();
        var all = new ArrayList<Timed>();
        if (proven != null) {
            var counts = one.standing() instanceof Standing.Open(var due, var _) && due.isProven(request);
            var key = counts
                    ? "requests.proven.counts"
                    : request.to().equals(self) ? "requests.proven.ours" : "requests.proven";
            all.add(timed(proven, key, request.to(), frame));
        }
        if (received != null) all.add(timed(received, "requests.received", request.to(), frame));
        Stream.concat(words, replies).forEach(all::add);
        for (var reply : request.replies()) {
            var outcome = reply.outcome();
            if (outcome != null)
                all.add(timed(outcome.at(), "requests.outcome." + outcome.kind(), request.by(), frame));
        }
        // First the question, whatever the other's clock shows.
        var asked = timed(clocks.asked(), "requests.asked.at", request.by(), frame);
        return Stream.concat(Stream.of(asked), all.stream().sorted(Comparator.comparing(Timed::at)))
                .map(Timed::said)
                .toList();
    }

    private static String office(String code, Frame frame) {
        return OfficeCode.read(code)
                .map(office -> OfficeName.in(frame.words(), office))
                .orElse(code);
    }

    private static String word(Word word, Frame frame) {
        return switch (word) {
            case Word.Acknowledged _ -> frame.say("requests.word.acknowledged");
            case Word.Extended(var reason) ->
                frame.say("requests.word.extended", frame.say("requests.reason." + reason));
            case Word.Refused(var ground) -> frame.say("requests.word.refused", frame.say("requests.ground." + ground));
        };
    }

    /** What is late of what this party was asked, then of what it asks, as far as an office may find it. Of what is shown alone the title is read. */
    public HomeView.Ladder.Part climbing(Officer officer, Frame frame, int most) {
        var now = frame.formats().now();
        var late = byTurns(
                Arrays.stream(Mailbox.Way.values())
                        .flatMap(way -> requests.open(officer, way, now).stream())
                        .flatMap(LateRequest::of)
                        .toList(),
                one -> other(one.one().request()));
        var shown = late.stream().limit(most).map(LateRequest::one).toList();
        var read = requests.read(officer, shown, now);
        return HomeView.Ladder.Part.of(
                late, most, one -> climb(one, read.get(one.one().item().act()), frame));
    }

    private record LateRequest(Requests.Listed one, Instant until) {
        static Stream<LateRequest> of(Requests.Listed one) {
            return one.standing() instanceof Standing.Open(var due, var light) && light == Due.Light.LATE
                    ? Stream.of(new LateRequest(one, due.until()))
                    : Stream.empty();
        }
    }

    private HomeView.Climb climb(LateRequest late, @Nullable Item read, Frame frame) {
        var due = due(late.one(), read, frame);
        return new HomeView.Climb(
                Links.report(due.act()),
                frame.say("requests.climb", due.title().isEmpty() ? due.act() : due.title()),
                owes(late.one().request().to(), frame) + " " + due.stands() + " " + rung(late.until(), frame),
                "");
    }

    private static String title(@Nullable Item read, String otherwise) {
        return Optional.ofNullable(read)
                .flatMap(item -> item.report().texts().part(Field.TITLE))
                .orElse(otherwise);
    }

    private static String owes(PartyCode party, Frame frame) {
        return frame.say("requests.climb.owes", frame.subject(party.value()));
    }

    /** Who has been told of what was due then, and when the next will be. */
    private String rung(Instant until, Frame frame) {
        var days = monitoring.days().rungs().subList(0, TOP.ordinal() - Rung.REPRESENTATIVE.ordinal());
        var rung = acorde.groups.Rung.of(days, day(until), day(frame.formats().now()));
        var told = frame.of(Rung.values()[Rung.REPRESENTATIVE.ordinal() + rung.number()]);
        var next = rung.next();
        return next == null ? frame.say("rung.last", told) : frame.say("rung.next", told, frame.day(next));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /**
     * Wishes to give on that are late: what this party was asked, and what it asks, as far as an office may find what they are about. Of those that are
     * shown alone it is read what they are about.
     */
    public HomeView.Ladder.Part wishes(Officer officer, Frame frame, int most) {
        var now = frame.formats().now();
        var asked = onward.open(officer, now).stream()
                .filter(one -> one.wish().isLate(now))
                .map(one -> new LateWish(
                        one.wish(),
                        one.wish().by(),
                        Links.leave(one.wish().act().toString()),
                        one.held().whole()));
        var own = onward.late(officer, now).stream()
                .map(one -> new LateWish(
                        one.wish(),
                        one.copy().by(),
                        Links.report(one.copy().act().toString()),
                        one.copy()));
        var late = byTurns(Stream.concat(asked, own).toList(), LateWish::with);
        var shown = late.stream().limit(most).map(LateWish::about).toList();
        var read = onward.read(officer, shown, now);
        return HomeView.Ladder.Part.of(
                late, most, one -> climb(one, read.get(one.about().act()), frame));
    }

    /** @param with the other party @param link where it is seen @param about without its texts */
    private record LateWish(Wish wish, PartyCode with, String link, Item about) {}

    /** The first of each party, then the second of each: so that none pushes another's out of a short list. */
    static <T> List<T> byTurns(List<T> all, Function<T, PartyCode> with) {
        var turns = new TreeMap<Integer, List<T>>();
        var taken = new HashMap<PartyCode, Integer>();
        for (var one : all)
            turns.computeIfAbsent(taken.merge(with.apply(one), 1, Integer::sum), _ -> new ArrayList<>())
                    .add(one);
        return turns.values().stream().flatMap(List::stream).toList();
    }

    private HomeView.Climb climb(LateWish late, @Nullable Item read, Frame frame) {
        var wish = late.wish();
        var title = title(read, late.about().act().toString());
        return new HomeView.Climb(
                late.link(),
                frame.say("onward.climb", title),
                owes(wish.asked().copy().party(), frame) + " " + frame.say("onward.late", frame.moment(wish.due()))
                        + " " + rung(wish.due(), frame),
                "");
    }
}
