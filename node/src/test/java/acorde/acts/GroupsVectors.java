package acorde.acts;

import static acorde.acts.ActVectorWriter.version;

import acorde.acts.FoldVectors.Case;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Acts of a working group of four parties, in which three make a quorum and Guatemala has the chair. Read by the United States. */
// longer than a file should be: one list of situations, each a vector
final class GroupsVectors {
    private static final List<String> PARTIES = List.of("GT", "HN", "SV", "US");

    private final ActVectorWriter writer;

    GroupsVectors(ActVectorWriter writer) {
        this.writer = writer;
    }

    private static String both(String words) {
        return "{\"es\":\"" + words + "\",\"en\":\"" + words + "\"}";
    }

    private static String mandate() {
        var seats = PARTIES.stream()
                .map(code -> "{\"party\":\"" + code + "\",\"titular\":\"coordination\"}")
                .toList();
        return "{\"kind\":\"technical\",\"title\":" + both("mesa") + ",\"mandate\":" + both("seguimiento")
                + ",\"parties\":[\"GT\",\"HN\",\"SV\",\"US\"],\"seats\":[" + String.join(",", seats)
                + "],\"quorum\":3,\"chair\":{\"from\":\"2026-01-01\",\"months\":12}}";
    }

    /** A group whose mandate all four adopted, and a meeting of it called by Honduras in the last act of its log. */
    private static final class Group {
        private final Case history = new Case();
        private final List<String> adopted = new ArrayList<>();
        private final String mandate;
        private final String call;

        Group() {
            var proposal = history.say(
                    "HN",
                    "compact.proposed",
                    List.of(),
                    "{\"item\":\"group/A1\",\"base\":null,\"text\":" + mandate() + ",\"why\":{\"es\":\"porque sí\"}}");
            mandate = version(history.text(proposal));
            adopted.add(proposal);
            for (var party : List.of("GT", "SV", "US"))
                adopted.add(history.say(
                        party,
                        "compact.assented",
                        List.of(proposal),
                        "{\"proposal\":\"" + proposal + "\",\"text\":\"" + mandate + "\",\"reservation\":null}"));
            call = history.say("HN", "groups.called", adopted, called());
        }

        private String called() {
            return "{\"group\":\"A1\",\"mandate\":\"" + mandate
                    + "\",\"number\":1,\"starts\":\"2026-11-23T10:00\",\"zone\":\"America/Tegucigalpa\",\"minutes\":120,"
                    + "\"link\":\"https://meet.example/\"}";
        }

        /** @param rest members beside the sitting, or none */
        String say(String party, String kind, List<String> more, String rest) {
            var after = new ArrayList<>(List.of(call));
            for (var act : more) if (!after.contains(act)) after.add(act);
            return history.say(
                    party,
                    "groups." + kind,
                    after,
                    "{\"sitting\":\"" + call + "\"" + (rest.isEmpty() ? "" : "," + rest) + "}");
        }

        String open() {
            return say("GT", "opened", List.of(), "\"at\":\"2026-11-23T16:00:00Z\"");
        }

        String present(String by, String party) {
            return say(
                    by,
                    "presence",
                    List.of(),
                    "\"party\":\"" + party
                            + "\",\"spans\":[{\"office\":\"coordination\",\"from\":\"2026-11-23T16:00:00Z\"}]");
        }

        String absent(String by, String party) {
            return say(by, "presence", List.of(), "\"party\":\"" + party + "\",\"spans\":[]");
        }

        String points(String party, int count) {
            var points = Collections.nCopies(count, "{\"why\":\"asked\",\"title\":" + both("p") + "}");
            return say(party, "points", List.of(), "\"points\":[" + String.join(",", points) + "]");
        }

        String put(String party) {
            return say(
                    party,
                    "put",
                    List.of(),
                    "\"number\":1,\"at\":\"2026-11-23T16:30:00Z\",\"decision\":{\"text\":" + both("sea")
                            + ",\"actions\":[{\"owner\":\"HN\",\"office\":\"coordination\",\"what\":" + both("esto")
                            + ",\"due\":\"2026-12-04\"}]}");
        }

        String circulate(String until) {
            return history.say(
                    "HN",
                    "groups.circulated",
                    adopted,
                    "{\"group\":\"A1\",\"mandate\":\"" + mandate + "\",\"number\":1,\"until\":\"" + until
                            + "\",\"decision\":{\"text\":" + both("sea") + "}}");
        }

        String assent(String party, String to) {
            return say(
                    party,
                    "assented",
                    List.of(to),
                    "\"to\":\"" + to + "\",\"text\":\"" + version(history.text(to)) + "\"");
        }

        String refuse(String party, String to) {
            return say(party, "refused", List.of(to), "\"to\":\"" + to + "\",\"reason\":{\"en\":\"no\"}");
        }

        String minutes(String party, String amends) {
            return say(
                    party,
                    "minutes",
                    amends.isEmpty() ? List.of() : List.of(amends),
                    (amends.isEmpty() ? "" : "\"amends\":\"" + amends + "\",") + "\"text\":"
                            + both("acta de " + party));
        }
    }

    void write() throws IOException {
        meetings();
        agenda();
        presence();
        decisions();
        writing();
        followUp();
        minutes();
        rules();
    }

    private void meetings() throws IOException {
        var called = new Group();
        called.history.stands(called.call, "called").writeGroups(writer, "a-meeting-is-called");
        var both = new Group();
        both.say("HN", "cancelled", List.of(), "\"why\":{\"es\":\"no\"}");
        both.open();
        both.history.stands(both.call, "open").writeGroups(writer, "opened-though-cancelled");
        var other = new Group();
        other.history.rejected(other.say("SV", "opened", List.of(), "\"at\":\"2026-11-23T16:00:00Z\""), "NOT_CHAIR");
        other.history.stands(other.call, "called").writeGroups(writer, "opened-by-another-than-the-chair");
        var unproven = new Case();
        unproven.rejected(unproven.say("HN", "groups.called", List.of(), new Group().called()), "MANDATE_MISSING");
        unproven.writeGroups(writer, "call-that-proves-no-mandate");
        var behind = new Group();
        var named = new ArrayList<>(List.of(behind.call));
        named.addAll(behind.adopted);
        behind.history
                .rejected(behind.history.say("HN", "groups.called", named, behind.called()), "MANDATE_MISSING")
                .stands(behind.call, "called")
                .writeGroups(writer, "mandate-named-behind-another");
    }

    /** An agenda is edited by all and adopted by the chair; documents come with a call, with points and with minutes. */
    private void agenda() throws IOException {
        var edited = new Group();
        var point = "\"points\":[{\"why\":\"asked\",\"title\":" + both("uno") + "}]";
        var points = edited.say("HN", "points", List.of(), point);
        edited.say("SV", "ordered", List.of(), "\"points\":[\"" + points + "#1\"]");
        edited.say("SV", "remarked", List.of(points), "\"point\":\"" + points + "#1\",\"remark\":{\"es\":\"antes\"}");
        for (var bad : List.of(
                edited.say("US", "ordered", List.of(), "\"points\":[]"),
                edited.say("US", "remarked", List.of(points), "\"point\":\"" + points + "#1\""),
                edited.say("US", "opened", List.of(), "\"at\":\"2026-11-23T16:00:00Z\",\"attachments\":[]")))
            edited.history.rejected(bad, "GROUP_MALFORMED");
        edited.history.rejected(
                edited.say(
                        "US", "remarked", List.of(points), "\"point\":\"" + points + "#2\",\"remark\":{\"en\":\"no\"}"),
                "UNKNOWN_PART");
        edited.history.rejected(
                edited.say("US", "remarked", List.of(), "\"point\":\"" + points + "#1\",\"remark\":{\"en\":\"no\"}"),
                "SITTING_MISSING");
        edited.history.rejected(
                edited.say("SV", "agenda", List.of(), "\"points\":[\"" + points + "#1\"]"), "NOT_CHAIR");
        edited.history.stands(edited.call, "called").writeGroups(writer, "an-agenda-edited-together");
        var many = new Group();
        many.points("HN", 150);
        many.points("SV", 150);
        many.points("HN", 50);
        many.history.rejected(many.points("HN", 2), "TOO_MANY_POINTS");
        many.history.rejected(many.points("HN", 1), "TOO_MANY_POINTS");
        many.points("SV", 50);
        many.history.stands(many.call, "called").writeGroups(writer, "points-beyond-two-hundred-of-one-party");
    }

    private void presence() throws IOException {
        var denied = new Group();
        denied.open();
        for (var party : List.of("GT", "HN", "SV")) denied.present("GT", party);
        var put = denied.put("HN");
        denied.assent("GT", put);
        denied.absent("SV", "SV");
        denied.history
                .stands(denied.call, "open")
                .stands(put, "void")
                .writeGroups(writer, "presence-that-its-party-denies");
        var claimed = new Group();
        claimed.open();
        for (var party : List.of("GT", "HN", "US")) claimed.present("GT", party);
        claimed.present("SV", "SV");
        var open = claimed.put("HN");
        claimed.assent("GT", open);
        claimed.assent("US", open);
        claimed.history
                .stands(claimed.call, "open")
                .stands(open, "open")
                .writeGroups(writer, "presence-that-only-its-party-claims");
        var another = new Group();
        another.open();
        another.history
                .rejected(another.present("HN", "SV"), "NOT_ONES_PRESENCE")
                .stands(another.call, "open")
                .writeGroups(writer, "presence-of-another");
        presenceOfNothing();
    }

    private void presenceOfNothing() throws IOException {
        var twice = new Group();
        twice.open();
        for (var party : List.of("GT", "HN")) twice.present("GT", party);
        var spans = "{\"office\":\"coordination\",\"from\":\"2026-11-23T16:00:00Z\"%s}";
        for (var wrong : List.of(
                spans.formatted("") + "," + spans.formatted(""),
                spans.formatted(",\"until\":\"2026-11-23T16:00:00Z\"")))
            twice.history.rejected(
                    twice.say("GT", "presence", List.of(), "\"party\":\"SV\",\"spans\":[" + wrong + "]"),
                    "GROUP_MALFORMED");
        var without = twice.put("HN");
        twice.history
                .stands(twice.call, "open")
                .stands(without, "void")
                .writeGroups(writer, "presence-of-who-arrives-twice-or-for-no-time");
        var late = new Group();
        late.open();
        for (var party : List.of("GT", "HN", "US")) late.present("GT", party);
        late.say("GT", "closed", List.of(), "\"at\":\"2026-11-23T16:20:00Z\"");
        var more = ",\"spans\":[{\"office\":\"coordination\",\"from\":\"2026-11-23T16:25:00Z\"}]";
        late.say("GT", "presence", List.of(), "\"party\":\"SV\"" + more);
        late.say("SV", "presence", List.of(), "\"party\":\"SV\"" + more);
        var after = late.put("HN");
        late.history.stands(late.call, "closed").stands(after, "void").writeGroups(writer, "presence-after-the-close");
    }

    private void decisions() throws IOException {
        var taken = new Group();
        taken.open();
        for (var party : List.of("GT", "HN", "US")) taken.present("GT", party);
        var put = taken.put("HN");
        taken.assent("GT", put);
        taken.assent("US", put);
        many();
        taken.history
                .stands(taken.call, "open")
                .stands(put, "taken")
                .stands(put + "#1", "owed")
                .writeGroups(writer, "all-who-were-there-assent");
        var missing = new Group();
        missing.open();
        for (var party : List.of("GT", "HN", "US")) missing.present("GT", party);
        var open = missing.put("HN");
        missing.assent("GT", open);
        missing.history.stands(missing.call, "open").stands(open, "open").writeGroups(writer, "one-assent-missing");
        var without = new Group();
        without.open();
        for (var party : List.of("GT", "HN")) without.present("GT", party);
        var empty = without.put("HN");
        without.assent("GT", empty);
        without.history.stands(without.call, "open").stands(empty, "void").writeGroups(writer, "put-without-quorum");
        var twice = new Group();
        twice.open();
        for (var party : List.of("GT", "HN", "US")) twice.present("GT", party);
        var first = twice.put("HN");
        twice.refuse("US", first);
        twice.history
                .rejected(twice.assent("US", first), "WORD_GIVEN")
                .stands(twice.call, "open")
                .stands(first, "refused")
                .writeGroups(writer, "a-second-word");
    }

    /** Nobody was there, so all that count are void. */
    private void many() throws IOException {
        var many = new Group();
        many.open();
        var puts = IntStream.range(0, 30)
                .mapToObj(each -> many.put("HN"))
                .collect(Collectors.toCollection(ArrayList::new));
        many.history.rejected(many.put("HN"), "TOO_MUCH_SAID");
        puts.add(many.put("SV"));
        many.history.stands(many.call, "open");
        for (var put : puts) many.history.stands(put, "void");
        many.history.writeGroups(writer, "decisions-beyond-thirty-of-one-party");
    }

    private void writing() throws IOException {
        var late = new Group();
        var now = "2019-03-28T16:00:00Z"; // which every act here says
        late.history
                .rejected(late.circulate(now), "CLOCK_RUN_OUT")
                .stands(late.call, "called")
                .stands(late.circulate("2019-03-28T16:00:01Z"), "open")
                .writeGroups(writer, "a-clock-that-ran-out-before-it-was-asked");
        var asked = new Group();
        var circular = asked.circulate("2026-12-04T23:00:00Z");
        for (var party : List.of("GT", "SV"))
            asked.history.say(
                    party,
                    "groups.assented",
                    List.of(circular),
                    "{\"sitting\":\"" + circular + "\",\"to\":\"" + circular + "\",\"text\":\""
                            + version(asked.history.text(circular)) + "\"}");
        asked.history
                .rejected(
                        asked.history.say(
                                "GT",
                                "groups.opened",
                                List.of(circular),
                                "{\"sitting\":\"" + circular + "\",\"at\":\"2026-11-23T16:00:00Z\"}"),
                        "NOT_IN_WRITING")
                .stands(asked.call, "called")
                .stands(circular, "open")
                .writeGroups(writer, "silence-in-a-written-procedure");
    }

    private void followUp() throws IOException {
        var done = new Group();
        done.open();
        for (var party : List.of("GT", "HN", "US")) done.present("GT", party);
        var put = done.put("HN");
        done.assent("GT", put);
        done.assent("US", put);
        var action = put + "#1";
        done.history.rejected(
                done.say("US", "reported", List.of(put), "\"action\":\"" + action + "\",\"progress\":\"done\""),
                "NOT_OWNER");
        var report = done.say("HN", "reported", List.of(put), "\"action\":\"" + action + "\",\"progress\":\"done\"");
        done.history.rejected(
                done.say("HN", "checked", List.of(report), "\"report\":\"" + report + "\",\"answer\":\"confirmed\""),
                "OWN_ACTION_REPORT");
        done.say("SV", "checked", List.of(report), "\"report\":\"" + report + "\",\"answer\":\"confirmed\"");
        done.history
                .stands(done.call, "open")
                .stands(put, "taken")
                .stands(action, "confirmed")
                .writeGroups(writer, "an-action-reported-done-and-confirmed");
    }

    private void minutes() throws IOException {
        var amended = new Group();
        amended.open();
        for (var party : List.of("GT", "HN", "US")) amended.present("GT", party);
        amended.say("GT", "closed", List.of(), "\"at\":\"2026-11-23T18:00:00Z\"");
        var first = amended.minutes("GT", "");
        amended.refuse("US", first);
        var second = amended.minutes("US", first);
        amended.assent("GT", second);
        amended.assent("HN", second);
        amended.history
                .stands(amended.call, "closed")
                .stands(first, "superseded")
                .stands(second, "approved")
                .writeGroups(writer, "minutes-amended-and-approved-by-those-who-attended");
    }

    private void rules() throws IOException {
        var broken = new Group();
        var history = broken.history;
        history.rejected(broken.say("GT", "opened", List.of(), ""), "GROUP_MALFORMED");
        history.rejected(broken.say("GT", "opened", List.of(), "\"at\":\"2026-11-23T16:00Z\""), "GROUP_MALFORMED");
        history.rejected(broken.say("GT", "agenda", List.of(), "\"points\":[\"HN/0#201\"]"), "GROUP_MALFORMED");
        history.rejected(
                history.say(
                        "GT",
                        "groups.opened",
                        List.of(),
                        "{\"sitting\":\"" + broken.call + "\",\"at\":\"2026-11-23T16:00:00Z\"}"),
                "SITTING_MISSING");
        history.rejected(
                history.say(
                        "GT",
                        "groups.opened",
                        List.of("GT/0"),
                        "{\"sitting\":\"GT/0\",\"at\":\"2026-11-23T16:00:00Z\"}"),
                "UNKNOWN_SITTING");
        history.rejected(
                broken.say("SV", "assented", List.of("GT/0"), "\"to\":\"GT/0\",\"text\":\"" + broken.mandate + "\""),
                "UNKNOWN_PART");
        history.stands(broken.call, "called").writeGroups(writer, "acts-that-break-rules");
    }
}
