package acorde.web.exchange;

import acorde.exchange.Exchange;
import acorde.exchange.Item;
import acorde.exchange.Shown;
import acorde.exchange.Turn;
import acorde.offices.Officer;
import acorde.onward.Course;
import acorde.onward.Leave;
import acorde.onward.Onward;
import acorde.onward.Tree;
import acorde.onward.Wish;
import acorde.policy.Field;
import acorde.policy.Purpose;
import acorde.trust.PartyCode;
import acorde.web.view.Frame;
import acorde.web.view.Links;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts into words who has what by whose leave, and what was asked of that. */
final class OnwardWords {
    private final Exchange exchange;
    private final Onward onward;
    private final ReportWords words;

    OnwardWords(Exchange exchange, Onward onward, ReportWords words) {
        this.exchange = exchange;
        this.onward = onward;
        this.words = words;
    }

    /** What this party is asked and has not answered, as far as an office finds what it is about. */
    List<MailboxView.Wish> open(Officer officer, Frame frame) {
        var now = frame.formats().now();
        var open = onward.open(officer, now);
        var read = onward.read(
                officer, open.stream().map(one -> one.held().whole()).toList(), now);
        return open.stream()
                .map(one -> {
                    var whole = one.held().whole();
                    return new MailboxView.Wish(
                            wish(one.wish(), frame),
                            title(read.get(whole.act())),
                            ReportWords.language(whole.report()));
                })
                .toList();
    }

    /** Empty if it has none, or was not read. */
    private static String title(@Nullable Item item) {
        return Optional.ofNullable(item)
                .flatMap(read -> read.report().texts().part(Field.TITLE))
                .orElse("");
    }

    OnwardView.Wished wish(Wish wish, Frame frame) {
        return new OnwardView.Wished(
                wish.act().toString(),
                wish.by().value(),
                wish.asked().to().value(),
                words.purpose(wish.asked().purpose(), frame),
                wish.asked().why().name(),
                wish.at(),
                symbol(wish, frame),
                stands(wish, frame),
                wish.answer() instanceof Wish.Refused(var _, var _, var ground) && ground != null ? ground.name() : "",
                wish.answer() == null);
    }

    private static String symbol(Wish wish, Frame frame) {
        return switch (wish.answer()) {
            case null -> wish.isLate(frame.formats().now()) ? "s-late" : "s-ok";
            case Wish.Granted _ -> "s-done";
            case Wish.Refused _ -> "s-blocked";
            case Wish.Withdrawn _ -> "s-undated";
        };
    }

    private static String stands(Wish wish, Frame frame) {
        var due = frame.moment(wish.due());
        return switch (wish.answer()) {
            case null -> frame.say(wish.isLate(frame.formats().now()) ? "onward.late" : "onward.open", due);
            case Wish.Granted(var _, var at) -> frame.say("onward.granted", frame.moment(at));
            case Wish.Refused(var _, var at, var _) -> frame.say("onward.refused", frame.moment(at));
            case Wish.Withdrawn(var _, var at) -> frame.say("onward.withdrawn", frame.moment(at));
        };
    }

    /** As the page of something that somebody has open tells of it; null if it is neither this party's own nor its copy. @param seal of its restriction */
    ItemView.@Nullable Onward of(Shown.Open open, String seal, Frame frame) {
        var item = open.item();
        var asking = item.report().turn() instanceof Turn.Asks || item.report().turn() instanceof Turn.Answers;
        if (asking) return null; // they stay between the two
        var address = Links.onward(item.act().toString(), open.purpose().code(), seal);
        var unanswered =
                wishes(item, frame).stream().filter(OnwardView.Wished::open).count();
        return new ItemView.Onward(address, leaves(item, frame), (int) unanswered);
    }

    /** What was asked about something that somebody has open: by this party, or of it. */
    List<OnwardView.Wished> wishes(Item item, Frame frame) {
        var asked = item.to().isEmpty() ? onward.wishes(exchange.copies(item.act())) : onward.wishes(item);
        return asked.stream().map(wish -> wish(wish, frame)).toList();
    }

    List<OnwardView.ByLeave> leaves(Item item, Frame frame) {
        return onward.leaves(item).stream()
                .map(leave -> new OnwardView.ByLeave(
                        leave.by().value(), leave.act().toString(), leave.at(), words.purpose(leave.purpose(), frame)))
                .toList();
    }

    /** Each below who asked for it. */
    List<OnwardView.Holder> holders(Item whole, Frame frame) {
        var has = exchange.holders(whole.act());
        var lines = new ArrayList<OnwardView.Holder>();
        for (var branch : onward.tree(whole).branches()) add(lines, branch, 0, has, frame);
        return lines;
    }

    private void add( // a branch and what is below it
            List<OnwardView.Holder> lines, Tree.Branch branch, int depth, Set<PartyCode> has, Frame frame) {
        var party = branch.holder();
        lines.add(holder(party, depth, branch.leave(), has.contains(party), frame));
        for (var below : branch.below()) add(lines, below, depth + 1, has, frame);
    }

    private OnwardView.Holder holder( // a line
            PartyCode party, int depth, @Nullable Leave leave, boolean has, Frame frame) {
        return leave == null
                ? new OnwardView.Holder(party.value(), depth, "", "", "", has)
                : new OnwardView.Holder(
                        party.value(),
                        depth,
                        leave.by().value(),
                        leave.act().toString(),
                        words.purpose(leave.purpose(), frame),
                        has);
    }

    /** What the rules say of giving a copy on to each party. */
    List<OnwardView.Course> courses(Item copy, Purpose purpose, Frame frame) {
        var granted = new HashMap<PartyCode, Instant>();
        for (var wish : copy.to().isEmpty() ? List.<Wish>of() : onward.wishes(copy))
            if (wish.asked().purpose().equals(purpose) && wish.answer() instanceof Wish.Granted(var _, var at))
                granted.merge(wish.asked().to(), at, (one, other) -> one.isAfter(other) ? one : other);
        return onward.courses(copy, frame.formats().now()).entrySet().stream()
                .map(each -> new OnwardView.Course(
                        each.getKey().value(),
                        how(each.getValue()),
                        Optional.ofNullable(granted.get(each.getKey()))
                                .map(at -> frame.say("onward.course.granted", frame.moment(at)))
                                .orElse(""),
                        ReportReview.Because.of(each.getValue().reasons())))
                .toList();
    }

    private static String how(Course course) {
        return switch (course) {
            case Course.Never _ -> "NEVER";
            case Course.ByLeave _ -> "BY_LEAVE";
            case Course.ByRule _ -> "BY_RULE";
        };
    }
}
