package acorde.acts;

import static acorde.acts.ActVectorWriter.act;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Acts of several logs as the United States reads them: what is applied, what waits for what, what is rejected. */
final class FoldVectors {
    private static final List<String> OTHERS = List.of("GT", "HN", "SV", "US");

    private final ActVectorWriter writer;

    FoldVectors(ActVectorWriter writer) {
        this.writer = writer;
    }

    /** A case being written: acts by author, and what must come of them. */
    static final class Case {
        private final String charter = ConsentVectors.charter();
        private final Map<String, List<String>> logs = new TreeMap<>();
        private final List<String> withheld = new ArrayList<>();
        private final Map<String, String> rejected = new TreeMap<>();
        private final Map<String, String> waiting = new TreeMap<>();
        private final Map<String, Object> items = new TreeMap<>();
        private final Map<String, String> accounts = new TreeMap<>();
        private final Map<String, String> figures = new TreeMap<>();
        private final Map<String, String> sittings = new TreeMap<>();
        private final Map<String, String> issued = new TreeMap<>();
        private final Map<String, String> reports = new TreeMap<>();
        private final Map<String, String> takenBack = new TreeMap<>();
        private final Map<String, String> words = new TreeMap<>();

        /** Adds the bytes of an act. @return its name */
        String add(String party, String act) {
            var log = logs.computeIfAbsent(party, code -> new ArrayList<>());
            log.add(act);
            return party + "/" + (log.size() - 1);
        }

        /** Says an act of the compact, to all others. @return its name */
        String say(String party, String kind, List<String> after, String body) {
            var to = OTHERS.stream().filter(code -> !code.equals(party)).toList();
            return add(party, act(party, kind, to, after, body));
        }

        /** The same, of another office. @return its name */
        String says(String party, String office, String kind, List<String> after, String body) { // an act's members
            var to = OTHERS.stream().filter(code -> !code.equals(party)).toList();
            return add(party, act(party, office, kind, to, after, body));
        }

        /** An act that breaks no rule and changes nothing else: the first words to the charter. */
        String joins(String party) {
            return say(
                    party,
                    "compact.chartered",
                    List.of(),
                    "{\"charter\":\"" + ActVectorWriter.version(charter) + "\"}");
        }

        String announces(String code, List<String> after) {
            return say(
                    "GT",
                    "compact.announced",
                    after,
                    "{\"item\":\"initiative/" + code + "\",\"text\":" + ConsentVectors.text("título", "title") + "}");
        }

        String text(String act) {
            var slash = act.indexOf('/');
            return logs.getOrDefault(act.substring(0, slash), List.of())
                    .get(Integer.parseInt(act.substring(slash + 1)));
        }

        Case withheld(String act) {
            withheld.add(act);
            return this;
        }

        Case rejected(String act, String rule) {
            rejected.put(act, rule);
            return this;
        }

        /** @param words what each other party said last, such as {@code GT confirms} */
        Case account(String party, String code, String report, String state, String... words) { // an account
            accounts.put(
                    code + " " + party,
                    report + " " + state
                            + String.join(
                                    "",
                                    Arrays.stream(words)
                                            .map(word -> ", " + word)
                                            .toList()));
            return this;
        }

        /** @param scope what the paper is of */
        Case issued(String act, String scope) {
            issued.put(act, scope);
            return this;
        }

        /** Its author gives no opening of it, and says by which act it took it back. */
        Case takenBack(String act, String order) {
            withheld(act);
            takenBack.put(act, order);
            return this;
        }

        /** @param became {@code kept}, {@code given up} or {@code never came} */
        Case report(String act, String became) {
            reports.put(act, became);
            return this;
        }

        /** @param word of which request, by which party, and what */
        Case word(String word, String act) {
            words.put(word, act);
            return this;
        }

        /** @param numbers what was said first, then each correction */
        Case figure(String party, String code, String day, String... numbers) { // a figure
            figures.put(code + " " + party + " " + day, String.join(", ", numbers));
            return this;
        }

        Case waits(String act, String missing) {
            waiting.put(act, missing);
            return this;
        }

        /** @param carrier the act that carries the latest text; empty if there is none yet */
        Case item(String code, String standing, String carrier) {
            var item = new LinkedHashMap<String, Object>();
            item.put("standing", standing);
            item.put("version", carrier.isEmpty() ? "" : ActVectorWriter.version(text(carrier)));
            items.put("initiative/" + code, item);
            return this;
        }

        /** Where something said in a group stands: a meeting, a decision, minutes, or an action. */
        Case stands(String act, String where) {
            sittings.put(act, where);
            return this;
        }

        /** As {@link #write}, with where things said in groups stand. */
        void writeGroups(ActVectorWriter writer, String situation) throws IOException {
            writer.write(
                    "groups",
                    situation,
                    "good",
                    "charter",
                    charter,
                    "reader",
                    "US",
                    "logs",
                    logs,
                    "withheld",
                    withheld,
                    "rejected",
                    rejected,
                    "waiting",
                    waiting,
                    "items",
                    items,
                    "sittings",
                    sittings);
        }

        void write(ActVectorWriter writer, String check, String situation) throws IOException {
            var pairs = new ArrayList<Object>(List.of("charter", charter, "reader", "US", "logs", logs));
            pairs.addAll(List.of("withheld", withheld, "rejected", rejected, "waiting", waiting, "items", items));
            if (check.equals(MonitoringVectors.CHECK)) pairs.addAll(List.of("accounts", accounts, "figures", figures));
            if (check.equals(DocumentsVectors.CHECK)) pairs.addAll(List.of("issued", issued));
            if (check.equals(ExchangeVectors.CHECK)) pairs.addAll(List.of("takenBack", takenBack, "reports", reports));
            if (List.of(RequestsVectors.CHECK, OnwardVectors.CHECK).contains(check))
                pairs.addAll(List.of("reports", reports, "words", words));
            writer.write(check, situation, "good", pairs.toArray());
        }
    }

    void write() throws IOException {
        var one = new Case();
        one.joins("GT");
        one.item("A1-01", "announced", one.announces("A1-01", List.of("GT/0"))).write(writer, "fold", "good");
        circles();
        kinds();
        dates();
        gaps();
    }

    private void circles() throws IOException {
        var two = new Case();
        two.joins("GT");
        two.joins("HN");
        two.announces("A1-01", List.of("HN/1"));
        two.say("HN", "compact.chartered", List.of("GT/1"), "{}");
        two.waits("GT/1", "HN/1").waits("HN/1", "GT/1");
        two.item("A1-02", "announced", two.announces("A1-02", List.of("HN/0")))
                .write(writer, "fold", "after-in-a-circle");
        var three = new Case();
        three.announces("A1-01", List.of("HN/0"));
        three.say("HN", "compact.chartered", List.of("SV/0"), "{}");
        three.say("SV", "compact.chartered", List.of("GT/0"), "{}");
        three.waits("GT/0", "HN/0").waits("HN/0", "SV/0").waits("SV/0", "GT/0");
        three.announces("A1-02", List.of("GT/0"));
        three.waits("GT/1", "GT/0");
        three.item("A1-03", "announced", three.announces("A1-03", List.of()))
                .write(writer, "fold", "after-in-a-circle-of-three-and-an-act-that-waits-for-it");
        var itself = new Case();
        itself.rejected(itself.announces("A1-01", List.of("GT/0")), "AFTER_ITSELF");
        itself.rejected(itself.announces("A1-01", List.of("GT/5")), "AFTER_ITSELF");
        itself.item("A1-02", "announced", itself.announces("A1-02", List.of("GT/0")))
                .write(writer, "fold", "after-itself");
    }

    private void kinds() throws IOException {
        var unknown = new Case();
        unknown.rejected(unknown.say("HN", "compact.shouted", List.of(), "{}"), "UNKNOWN_KIND");
        unknown.rejected(unknown.say("HN", "groups.met", List.of("HN/0"), "{}"), "UNKNOWN_KIND");
        unknown.rejected(unknown.say("HN", "a.b", List.of("HN/1"), "{}"), "UNKNOWN_KIND");
        unknown.item("A1-01", "announced", unknown.announces("A1-01", List.of("HN/1")))
                .write(writer, "fold", "unknown-kind");
        var body = new Case();
        body.rejected(body.say("GT", "compact.announced", List.of(), "{}"), "MALFORMED");
        body.rejected(body.say("GT", "compact.announced", List.of(), "{\"item\":7,\"text\":{}}"), "MALFORMED");
        body.rejected(
                body.say("GT", "compact.announced", List.of(), "{\"item\":\"initiative/A1-01\",\"text\":[]}"),
                "MALFORMED");
        body.item("A1-01", "announced", body.announces("A1-01", List.of("GT/2")))
                .write(writer, "fold", "kind-known-body-malformed");
        var none = new Case();
        none.rejected(none.add("GT", "not JSON"), "NOT_JSON");
        none.rejected(none.add("GT", "{\"acorde\":2}"), "OTHER_VERSION");
        none.item("A1-01", "announced", none.announces("A1-01", List.of("GT/0", "GT/1")))
                .write(writer, "fold", "what-is-behind-an-act-that-cannot-be-read");
    }

    private void dates() throws IOException {
        var future = new Case();
        var late = future.add("GT", announcement("A1-01").replace("2019-03-28T", "9999-12-31T"));
        var early = future.add("GT", announcement("A1-02").replace("2019-03-28T", "0001-01-01T"));
        future.item("A1-01", "announced", late)
                .item("A1-02", "announced", early)
                .write(writer, "fold", "dated-in-the-future-and-in-the-year-1");
        var first = new Case();
        var counted = first.add("GT", announcement("A1-01").replace("2019-03-28T", "9999-12-31T"));
        first.rejected(first.announces("A1-01", List.of()), "ALREADY_ANNOUNCED");
        first.item("A1-01", "announced", counted).write(writer, "fold", "dated-in-the-future-and-first-in-its-log");
    }

    private static String announcement(String code) {
        var other = new Case();
        return other.text(other.announces(code, List.of()));
    }

    private void gaps() throws IOException {
        var withheld = new Case();
        withheld.joins("HN");
        withheld.withheld("HN/0");
        withheld.waits(withheld.announces("A1-01", List.of("HN/0")), "HN/0");
        withheld.item("A1-02", "announced", withheld.announces("A1-02", List.of()))
                .write(writer, "fold", "after-an-act-whose-opening-is-withheld");
        var unsaid = new Case();
        unsaid.waits(unsaid.announces("A1-01", List.of("HN/999999999999999")), "HN/999999999999999");
        unsaid.item("A1-02", "announced", unsaid.announces("A1-02", List.of()))
                .write(writer, "fold", "after-an-act-never-said");
        var nobody = new Case();
        nobody.rejected(nobody.announces("A1-01", List.of("XX/0")), "AFTER_UNKNOWN");
        nobody.item("A1-02", "announced", nobody.announces("A1-02", List.of("GT/0")))
                .write(writer, "fold", "after-an-act-of-no-party");
        var broken = new Case();
        broken.rejected(broken.say("HN", "compact.shouted", List.of(), "{}"), "UNKNOWN_KIND");
        broken.item("A1-01", "announced", broken.announces("A1-01", List.of("HN/0")))
                .write(writer, "fold", "after-an-act-that-was-rejected");
    }
}
