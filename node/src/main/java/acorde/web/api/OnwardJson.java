package acorde.web.api;

import acorde.exchange.Item;
import acorde.exchange.Release;
import acorde.exchange.Report;
import acorde.onward.Course;
import acorde.onward.Leave;
import acorde.onward.Onward;
import acorde.onward.Tree;
import acorde.onward.Wish;
import acorde.policy.Field;
import acorde.policy.Reason;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is asked and said of giving on, as programs read it. */
final class OnwardJson {
    private OnwardJson() {}

    static ObjectNode of(Wish wish, Instant now) {
        var answer = wish.answer();
        return JsonMapper.shared()
                .createObjectNode()
                .put("act", wish.act().toString())
                .put("by", wish.by().value())
                .put("copy", wish.asked().copy().toString())
                .put("to", wish.asked().to().value())
                .put("purpose", wish.asked().purpose().code())
                .put("reason", Answers.word(wish.asked().why()))
                .put("at", wish.at().toString())
                .put("due", wish.due().toString())
                .put("state", state(wish, now))
                .put("answer", answer == null ? null : answer.act().toString())
                .put("answered", answer == null ? null : answer.at().toString())
                .put("ground", ground(answer));
    }

    private static String state(Wish wish, Instant now) {
        return switch (wish.answer()) {
            case null -> wish.isLate(now) ? "late" : "open";
            case Wish.Granted _ -> "granted";
            case Wish.Refused _ -> "refused";
            case Wish.Withdrawn _ -> "withdrawn";
        };
    }

    private static @Nullable String ground(Wish.@Nullable Answer answer) {
        return answer instanceof Wish.Refused(var _, var _, var ground) && ground != null ? Answers.word(ground) : null;
    }

    /** @param read what it is about with its texts; null if that was not read */
    static ObjectNode listed(Onward.Listed listed, @Nullable Item read, Instant now) {
        var title = Optional.ofNullable(read)
                .flatMap(item -> item.report().texts().part(Field.TITLE))
                .orElse(null);
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("report", listed.held().whole().act().toString())
                .put("title", title);
        body.set("wish", of(listed.wish(), now));
        return body;
    }

    /** What the other party would be given. */
    static void release(ObjectNode body, Report whole, Release release) {
        ItemJson.texts(
                body.put("given", Answers.word(release.how(whole))).putArray("without"),
                release.without(whole).stream().map(Field::code).toList());
        body.set("reasons", reasons(release.reasons()));
    }

    private static ArrayNode reasons(Collection<Reason> reasons) {
        var all = JsonMapper.shared().createArrayNode();
        for (var reason : reasons)
            all.addObject().put("rule", reason.rule()).set("reason", ApiCompact.bilingual(reason.text()));
        return all;
    }

    static ArrayNode courses(Map<PartyCode, Course> courses) {
        var all = JsonMapper.shared().createArrayNode();
        courses.forEach((party, course) -> all.addObject()
                .put("party", party.value())
                .put("course", word(course))
                .set("reasons", reasons(course.reasons())));
        return all;
    }

    private static String word(Course course) {
        return switch (course) {
            case Course.Never _ -> "never";
            case Course.ByLeave _ -> "by-leave";
            case Course.ByRule _ -> "by-rule";
        };
    }

    /** Each behind who asked for it. @param has who was not ordered to give it up */
    static ArrayNode holders(Tree tree, Set<PartyCode> has) {
        var all = JsonMapper.shared().createArrayNode();
        for (var branch : tree.branches()) add(all, branch, has);
        return all;
    }

    private static void add(ArrayNode all, Tree.Branch branch, Set<PartyCode> has) {
        var leave = branch.leave();
        all.addObject()
                .put("party", branch.holder().value())
                .put("has", has.contains(branch.holder()))
                .set("leave", leave == null ? null : of(leave));
        for (var below : branch.below()) add(all, below, has);
    }

    static ObjectNode of(Leave leave) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("act", leave.act().toString())
                .put("by", leave.by().value())
                .put("purpose", leave.purpose().code())
                .put("at", leave.at().toString());
    }
}
