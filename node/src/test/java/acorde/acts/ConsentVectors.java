package acorde.acts;

import static acorde.acts.ActVectorWriter.version;

import acorde.acts.FoldVectors.Case;
import java.io.IOException;
import java.util.List;

/** Acts of the compact of four parties: what they come to, and which break a rule. Read by the United States, whose assent none of it needs. */
final class ConsentVectors {
    private static final String CHECK = "compact";
    private static final String ITEM = "A1-01";
    private static final String WHY = "\"why\":{\"es\":\"porque sí\"}";

    private final ActVectorWriter writer;

    ConsentVectors(ActVectorWriter writer) {
        this.writer = writer;
    }

    /** A charter as far as the compact needs one: keys and addresses are the business of others. */
    static String charter() {
        var parties = List.of("US", "GT", "HN", "SV").stream()
                .map(code -> "{\"code\":\"" + code + "\",\"name\":" + both(code) + ",\"body\":"
                        + both("ministry of " + code) + ",\"zone\":\"UTC\"}")
                .toList();
        return "{\"compact\":\"vega\",\"title\":" + both("Vega") + ",\"announcer\":\"GT\",\"parties\":["
                + String.join(",", parties) + "]}";
    }

    private static String both(String words) {
        return "{\"es\":\"" + words + "\",\"en\":\"" + words + "\"}";
    }

    /** An initiative of Guatemala, Honduras and El Salvador. */
    static String text(String es, String en) {
        return "{\"area\":\"A1\",\"title\":{\"es\":\"" + es + "\",\"en\":\"" + en
                + "\"},\"parties\":[\"GT\",\"HN\",\"SV\"],\"deliverable\":" + both("something") + "}";
    }

    /** The item announced as GT/0. */
    private static Case announced() {
        var history = new Case();
        history.announces(ITEM, List.of());
        return history;
    }

    private static String propose(Case history, String party, String text) {
        return proposeOn(history, party, "GT/0", text);
    }

    private static String proposeOn(Case history, String party, String base, String text) { // a proposal's parts
        return history.say(
                party,
                "compact.proposed",
                List.of(base),
                "{\"item\":\"initiative/" + ITEM + "\",\"base\":\"" + version(history.text(base)) + "\",\"text\":"
                        + text + "," + WHY + "}");
    }

    private static String assent(Case history, String party, String proposal) {
        return assentTo(history, party, proposal, version(history.text(proposal)));
    }

    private static String assentTo(Case history, String party, String proposal, String text) { // an assent's parts
        return history.say(
                party,
                "compact.assented",
                List.of(proposal),
                "{\"proposal\":\"" + proposal + "\",\"text\":\"" + text + "\",\"reservation\":null}");
    }

    private static String refuse(Case history, String party, String proposal) {
        return history.say(
                party,
                "compact.refused",
                List.of(proposal),
                "{\"proposal\":\"" + proposal + "\",\"reason\":{\"en\":\"no\"}}");
    }

    void write() throws IOException {
        consent();
        rivals();
        firstTexts();
        announcedTwice();
        words();
        texts();
        bodies();
        envelopes();
        founded();
    }

    private void consent() throws IOException {
        var open = announced();
        assent(open, "GT", propose(open, "HN", text("dos", "two")));
        open.item(ITEM, "announced", "GT/0").write(writer, CHECK, "one-assent-missing");
        var force = announced();
        var proposal = propose(force, "HN", text("dos", "two"));
        assent(force, "GT", proposal);
        assent(force, "SV", proposal);
        force.item(ITEM, "consented", proposal).write(writer, CHECK, "all-required-assent");
        var dead = announced();
        var refused = propose(dead, "HN", text("dos", "two"));
        assent(dead, "GT", refused);
        refuse(dead, "SV", refused);
        dead.item(ITEM, "announced", "GT/0").write(writer, CHECK, "one-refusal-ends-it");
        var twice = announced();
        var first = propose(twice, "HN", text("dos", "two"));
        assent(twice, "GT", first);
        assent(twice, "SV", first);
        var second = proposeOn(twice, "SV", first, text("tres", "three"));
        assent(twice, "GT", second);
        assent(twice, "HN", second);
        twice.item(ITEM, "consented", second).write(writer, CHECK, "amended-twice");
        var fresh = new Case();
        fresh.say(
                "HN",
                "compact.proposed",
                List.of(),
                "{\"item\":\"initiative/B2-07\",\"base\":null,\"text\":" + text("nueva", "new") + "," + WHY + "}");
        assent(fresh, "GT", "HN/0");
        assent(fresh, "SV", "HN/0");
        fresh.item("B2-07", "proposed", "").write(writer, CHECK, "new-item-needs-every-party-of-the-charter");
    }

    private void rivals() throws IOException {
        var contested = announced();
        var one = propose(contested, "HN", text("uno", "one"));
        var two = propose(contested, "SV", text("dos", "two"));
        assent(contested, "GT", one);
        assent(contested, "GT", two);
        assent(contested, "HN", two);
        assent(contested, "SV", one);
        contested.item(ITEM, "contested", "GT/0").write(writer, CHECK, "two-assents-to-rivals-and-both-complete");
        var single = announced();
        var first = propose(single, "HN", text("uno", "one"));
        var second = propose(single, "SV", text("dos", "two"));
        assent(single, "GT", first);
        assent(single, "GT", second);
        assent(single, "SV", first);
        single.item(ITEM, "consented", first).write(writer, CHECK, "two-assents-to-rivals-and-one-complete");
        var many = announced();
        for (var i = 0; i < 16; i++) propose(many, "HN", text("n" + i, "n" + i));
        many.rejected(propose(many, "HN", text("de más", "too many")), "TOO_MANY");
        many.item(ITEM, "announced", "GT/0").write(writer, CHECK, "seventeen-proposals-on-one-base");
    }

    private static String proposeNew(Case history, String party, String text) {
        return history.say(
                party,
                "compact.proposed",
                List.of(),
                "{\"item\":\"initiative/" + ITEM + "\",\"base\":null,\"text\":" + text + "," + WHY + "}");
    }

    private static String announce(Case history, String text) {
        return history.say(
                "GT", "compact.announced", List.of(), "{\"item\":\"initiative/" + ITEM + "\",\"text\":" + text + "}");
    }

    private static String of(String text, String parties) {
        return text.replace("[\"GT\",\"HN\",\"SV\"]", parties);
    }

    private static void all(Case history, String proposal, String... parties) {
        for (var party : parties) assent(history, party, proposal);
    }

    /** An item that is proposed anew and announced. What is new needs the reader too, so here it only waits. */
    private void firstTexts() throws IOException {
        var open = announced();
        all(open, proposeNew(open, "HN", text("nueva", "new")), "GT", "SV");
        open.item(ITEM, "announced", "GT/0").write(writer, CHECK, "new-and-announced-and-one-assent-missing");
        var both = announced();
        all(both, proposeNew(both, "HN", text("nueva", "new")), "GT", "SV");
        var change = propose(both, "SV", text("dos", "two"));
        all(both, change, "GT", "HN");
        both.item(ITEM, "consented", change).write(writer, CHECK, "agreed-on-while-a-new-one-waits");
    }

    /** The reader has both announcements; a party that was given the first late comes to the same. */
    private void announcedTwice() throws IOException {
        var later = announced();
        var second = announce(later, text("otra", "other"));
        later.rejected(second, "ALREADY_ANNOUNCED");
        var change = proposeOn(later, "HN", second, text("dos", "two"));
        all(later, change, "GT", "SV");
        later.item(ITEM, "consented", change).write(writer, CHECK, "agreed-on-the-second-of-two-announcements");
        var alone = new Case();
        announce(alone, of(text("mía", "mine"), "[\"GT\"]"));
        proposeOn(alone, "GT", "GT/0", of(text("solo mía", "mine alone"), "[\"GT\"]"));
        var shared = announce(alone, text("otra", "other"));
        alone.rejected(shared, "ALREADY_ANNOUNCED");
        var agreed = proposeOn(alone, "HN", shared, text("dos", "two"));
        all(alone, agreed, "GT", "SV");
        alone.item(ITEM, "consented", agreed).write(writer, CHECK, "the-announcer-agrees-with-itself-on-another");
        var equal = new Case();
        announce(equal, of(text("una", "one"), "[\"HN\"]"));
        var first = proposeOn(equal, "HN", "GT/0", of(text("dos", "two"), "[\"HN\"]"));
        var again = announce(equal, of(text("otra", "other"), "[\"SV\"]"));
        equal.rejected(again, "ALREADY_ANNOUNCED");
        proposeOn(equal, "SV", again, of(text("tres", "three"), "[\"SV\"]"));
        equal.item(ITEM, "consented", first).write(writer, CHECK, "as-many-agree-on-each-of-two-announcements");
        var none = announced();
        var last = announce(none, text("otra", "other"));
        none.rejected(last, "ALREADY_ANNOUNCED");
        assent(none, "GT", proposeOn(none, "HN", last, text("dos", "two")));
        none.item(ITEM, "announced", "GT/0").write(writer, CHECK, "one-assent-missing-on-the-second-announcement");
    }

    private void words() throws IOException {
        var other = announced();
        var proposal = propose(other, "HN", text("dos", "two"));
        other.rejected(assentTo(other, "GT", proposal, version(other.text("GT/0"))), "OTHER_TEXT");
        assent(other, "SV", proposal);
        other.item(ITEM, "announced", "GT/0").write(writer, CHECK, "assent-to-another-text");
        var twice = announced();
        var said = propose(twice, "HN", text("dos", "two"));
        assent(twice, "GT", said);
        twice.rejected(refuse(twice, "GT", said), "ALREADY_SAID");
        twice.rejected(assent(twice, "GT", said), "ALREADY_SAID");
        twice.rejected(assent(twice, "HN", said), "ALREADY_SAID");
        assent(twice, "SV", said);
        twice.item(ITEM, "consented", said).write(writer, CHECK, "a-second-word");
        var unknown = announced();
        unknown.rejected(assentTo(unknown, "HN", "GT/0", version(unknown.text("GT/0"))), "UNKNOWN_PROPOSAL");
        unknown.rejected(refuse(unknown, "SV", "GT/0"), "UNKNOWN_PROPOSAL");
        unknown.item(ITEM, "announced", "GT/0").write(writer, CHECK, "a-word-to-what-is-no-proposal");
        var bare = announced();
        var without = propose(bare, "HN", text("dos", "two"));
        bare.rejected(
                bare.say(
                        "GT",
                        "compact.refused",
                        List.of(),
                        "{\"proposal\":\"" + without + "\",\"reason\":{\"en\":\"no\"}}"),
                "AFTER_MISSING");
        bare.item(ITEM, "announced", "GT/0").write(writer, CHECK, "a-word-that-does-not-name-the-proposal-in-after");
        var withdrawal = announced();
        var asked = propose(withdrawal, "HN", text("dos", "two"));
        withdrawal.rejected(
                withdrawal.say(
                        "SV",
                        "compact.withdrawal-asked",
                        List.of(asked),
                        "{\"proposal\":\"" + asked + "\",\"reason\":{\"es\":\"no\"}}"),
                "NOT_PROPOSER");
        withdrawal.item(ITEM, "announced", "GT/0").write(writer, CHECK, "asking-to-withdraw-what-another-proposed");
    }

    private void texts() throws IOException {
        incomplete("spanish-missing", text("dos", "two").replace("\"es\":\"dos\",", ""));
        incomplete("english-missing", text("dos", "two").replace(",\"en\":\"two\"", ""));
        incomplete("spanish-empty", text(" ", "two"));
        incomplete("member-unknown", text("dos", "two").replace("\"area\"", "\"areas\":1,\"area\""));
        incomplete("member-missing", text("dos", "two").replace("\"area\":\"A1\",", ""));
        incomplete("party-twice", text("dos", "two").replace("\"HN\",", "\"HN\",\"HN\","));
        incomplete("no-parties", text("dos", "two").replace("[\"GT\",\"HN\",\"SV\"]", "[]"));
        incomplete("control-character", text("d\\u0007os", "two"));
        incomplete("day-that-is-not", text("dos", "two").replace("\"area\"", "\"due\":\"2027-02-30\",\"area\""));
        incomplete("year-of-five-digits", text("dos", "two").replace("\"area\"", "\"due\":\"+12027-02-28\",\"area\""));
        incomplete(
                "half-an-indicator",
                text("dos", "two")
                        .replace(
                                "\"area\"",
                                "\"indicator\":{\"name\":" + both("x") + ",\"unit\":" + both("x")
                                        + ",\"kind\":\"output\",\"target\":9,\"targetAt\":\"2027-06-30\"},\"area\""));
        incomplete("text-of-100001-characters", text("x".repeat(100_001), "two"));
        var base = announced();
        base.rejected(
                base.say(
                        "HN",
                        "compact.proposed",
                        List.of("GT/0"),
                        "{\"item\":\"initiative/" + ITEM + "\",\"base\":\"sha256:" + "0".repeat(64) + "\",\"text\":"
                                + text("dos", "two") + "," + WHY + "}"),
                "AFTER_MISSING");
        base.item(ITEM, "announced", "GT/0").write(writer, CHECK, "base-that-no-act-in-after-carries");
        var behind = announced();
        behind.announces("A1-02", List.of());
        behind.rejected(
                behind.say(
                        "HN",
                        "compact.proposed",
                        List.of("GT/1", "GT/0"),
                        "{\"item\":\"initiative/" + ITEM + "\",\"base\":\"" + version(behind.text("GT/0"))
                                + "\",\"text\":" + text("dos", "two") + "," + WHY + "}"),
                "AFTER_MISSING");
        behind.item(ITEM, "announced", "GT/0")
                .item("A1-02", "announced", "GT/1")
                .write(writer, CHECK, "base-named-behind-another");
        var another = announced();
        another.announces("A1-02", List.of());
        another.rejected(proposeOn(another, "HN", "GT/1", text("dos", "two")), "UNKNOWN_BASE");
        another.item(ITEM, "announced", "GT/0")
                .item("A1-02", "announced", "GT/1")
                .write(writer, CHECK, "base-of-another-item");
    }

    private void incomplete(String situation, String text) throws IOException {
        var history = announced();
        history.rejected(propose(history, "HN", text), "TEXT_INCOMPLETE");
        history.item(ITEM, "announced", "GT/0").write(writer, CHECK, situation);
    }

    private void bodies() throws IOException {
        var history = announced();
        var proposal = propose(history, "HN", text("dos", "two"));
        var named = List.of(proposal);
        var hash = version(history.text(proposal));
        for (var body : List.of(
                "{}",
                "{\"proposal\":\"" + proposal + "\",\"text\":\"" + hash + "\"}",
                "{\"proposal\":\"" + proposal + "\",\"text\":\"" + hash + "\",\"reservation\":null,\"and\":1}",
                "{\"proposal\":\"" + proposal + "\",\"text\":\"" + hash.toUpperCase(java.util.Locale.ROOT)
                        + "\",\"reservation\":null}",
                "{\"proposal\":\"" + proposal + "\",\"text\":\"" + hash.substring(7) + "\",\"reservation\":null}",
                "{\"proposal\":\"" + proposal + "\",\"text\":\"" + hash + "\",\"reservation\":\"no\"}",
                "{\"proposal\":7,\"text\":\"" + hash + "\",\"reservation\":null}"))
            history.rejected(history.say("GT", "compact.assented", named, body), "MALFORMED");
        history.rejected(
                history.say("SV", "compact.refused", named, "{\"proposal\":\"" + proposal + "\",\"reason\":{}}"),
                "REASON_MISSING");
        history.rejected(
                history.say(
                        "SV",
                        "compact.refused",
                        named,
                        "{\"proposal\":\"" + proposal + "\",\"reason\":{\"es\":\" \"}}"),
                "REASON_MISSING");
        history.item(ITEM, "announced", "GT/0").write(writer, CHECK, "body-malformed");
    }

    private void envelopes() throws IOException {
        var history = announced();
        var proposal = propose(history, "HN", text("dos", "two"));
        var assent = "{\"proposal\":\"" + proposal + "\",\"text\":\"" + version(history.text(proposal))
                + "\",\"reservation\":null}";
        history.rejected(
                history.add(
                        "GT",
                        ActVectorWriter.act("GT", "compact.assented", List.of("HN", "US"), List.of(proposal), assent)),
                "NOT_TO_ALL");
        history.rejected(
                history.add(
                        "GT",
                        ActVectorWriter.act(
                                        "GT", "compact.assented", List.of("HN", "SV", "US"), List.of(proposal), assent)
                                .replace("coordination", "liaison-el-amatillo")),
                "OFFICE_MAY_NOT");
        history.item(ITEM, "announced", "GT/0").write(writer, CHECK, "not-to-all-and-by-an-office-that-may-not");
        var stranger = announced();
        stranger.rejected(
                stranger.say(
                        "HN",
                        "compact.announced",
                        List.of(),
                        "{\"item\":\"initiative/A1-02\",\"text\":" + text("x", "x") + "}"),
                "NOT_ANNOUNCER");
        stranger.rejected(stranger.announces(ITEM, List.of()), "ALREADY_ANNOUNCED");
        stranger.item(ITEM, "announced", "GT/0").write(writer, CHECK, "announced-by-another-and-announced-twice");
    }

    private void founded() throws IOException {
        var history = announced();
        history.joins("HN");
        history.rejected(history.joins("GT"), "NOT_FIRST");
        history.rejected(
                history.say("SV", "compact.chartered", List.of(), "{\"charter\":\"sha256:" + "0".repeat(64) + "\"}"),
                "OTHER_CHARTER");
        history.item(ITEM, "announced", "GT/0").write(writer, CHECK, "assent-to-the-charter-late-or-to-another");
        var charter = announced();
        charter.rejected(
                charter.say(
                        "HN",
                        "compact.proposed",
                        List.of(),
                        "{\"item\":\"charter/vega\",\"base\":\"" + version(charter()) + "\",\"text\":"
                                + charter().replace("\"announcer\":\"GT\"", "\"announcer\":\"HN\"") + "," + WHY + "}"),
                "CHARTER_PARTIES");
        charter.rejected(
                charter.say(
                        "GT", "compact.announced", List.of(), "{\"item\":\"charter/vega\",\"text\":" + charter() + "}"),
                "UNKNOWN_ITEM");
        charter.item(ITEM, "announced", "GT/0").write(writer, CHECK, "charter-changed-and-announced");
    }
}
