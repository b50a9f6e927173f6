package acorde.publication;

import acorde.compact.Bilingual;
import acorde.compact.Disclosure;
import acorde.compact.ItemText;
import acorde.compact.Remark;
import acorde.compact.Stood;
import acorde.compact.Word;
import acorde.monitoring.Report;
import acorde.trust.PartyCode;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The account as data; spec/publication.md has its members. The same account and day always give the same characters, an item to a line. */
public final class AccountJson {
    private final Account account;
    private final LocalDate day;
    private final Writer out;

    private AccountJson(Account account, LocalDate day, Writer out) {
        this.account = account;
        this.day = day;
        this.out = out;
    }

    /** @param day as of which it is told */
    public static void write(Account account, LocalDate day, Writer out) throws IOException {
        new AccountJson(account, day, out).write();
    }

    private void write() throws IOException {
        out.write("{\"compact\":\"" + account.founding().compact() + "\",\n");
        out.write("\"title\":" + both(account.founding().title()) + ",\n");
        out.write("\"publisher\":\"" + account.publisher() + "\",\n");
        out.write("\"date\":\"" + day + "\",\n");
        out.write("\"figures\":" + figures(account.figures(day)) + ",\n");
        out.write("\"terms\":" + json(account.terms()) + ",\n");
        var matters = account.matters();
        out.write("\"instrument\":" + json(matters.instrument()) + ",\n");
        list("areas", matters.areas());
        list(
                "indicators",
                matters.indicators().values().stream().map(this::indicator).iterator());
        list("initiatives", account.promises().stream().map(this::initiative).iterator());
        list("meetings", matters.meetings());
        list("events", matters.events());
        list("sources", matters.sources());
        out.write("\"format\":1}\n");
    }

    private void list(String name, Map<String, ? extends ItemText> texts) throws IOException {
        list(
                name,
                texts.entrySet().stream()
                        .map(entry -> {
                            var node = JsonNodeFactory.instance.objectNode().put("code", entry.getKey());
                            node.setAll(entry.getValue().toJson());
                            return node;
                        })
                        .iterator());
    }

    private void list(String name, Iterator<ObjectNode> nodes) throws IOException {
        out.write("\"" + name + "\":[");
        for (var first = true; nodes.hasNext(); first = false) out.write((first ? "\n" : ",\n") + nodes.next());
        out.write("],\n");
    }

    private static String json(@Nullable ItemText text) {
        return text == null ? "null" : text.toJson().toString();
    }

    private static ObjectNode both(Bilingual text) {
        return JsonNodeFactory.instance.objectNode().put("es", text.es()).put("en", text.en());
    }

    static ObjectNode figures(HonestFigures figures) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("promised", figures.total())
                .put("dated", figures.dated())
                .put("numbered", figures.numbered())
                .put("measured", figures.measured())
                .put("waived", figures.waived())
                .put("consented", figures.consented())
                .put("proposed", figures.proposed())
                .put("past", figures.past())
                .put("late", figures.late())
                .put("done", figures.done());
    }

    private ObjectNode initiative(Promise promise) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("code", promise.code()).put("consent", word(promise.consent()));
        node.put("number", promise.number())
                .put(
                        "version",
                        promise.version().map(hash -> "sha256:" + hash.hex()).orElse(null));
        var withheld = node.putObject("withheld");
        promise.told().withheld().forEach((path, told) -> withheld.put(path, number(told)));
        node.put("act", promise.act() == null ? null : promise.act().toString());
        node.put(
                "light",
                account.light(promise, day).map(light -> word(light.colour())).orElse(null));
        node.set("text", promise.text().toJson());
        var facts = promise.progress().facts();
        var reported = node.putArray("reported");
        facts.accounts()
                .forEach((party, told) -> reported.add(
                        reported(party, told, promise.progress().proofs().get(party))));
        var values = node.putArray("values");
        promise.progress().last(day).forEach(last -> values.add(value(last)));
        var assessed = node.putArray("assessed");
        facts.assessed()
                .forEach((party, assessment) -> assessed.addObject()
                        .put("party", party.value())
                        .put("act", assessment.spoken().act().toString())
                        .put("at", assessment.spoken().at().toString())
                        .put("level", word(assessment.level())));
        var proposals = node.putArray("proposals");
        promise.talks().forEach(talk -> proposals.add(proposal(talk)));
        node.put("moreProposals", promise.said().more());
        return node;
    }

    private ObjectNode indicator(AreaMeasured indicator) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("code", indicator.key().code())
                .put("consent", word(indicator.consent()))
                .put("number", indicator.number())
                .put(
                        "version",
                        indicator.version().map(hash -> "sha256:" + hash.hex()).orElse(null));
        var withheld = node.putObject("withheld");
        if (indicator.withheld() != null) withheld.put("baseline", number(indicator.withheld()));
        node.put("act", indicator.act() == null ? null : indicator.act().toString());
        node.set("text", indicator.text().toJson());
        var values = node.putArray("values");
        indicator.last(day).forEach(last -> values.add(value(last)));
        return node;
    }

    /** What is told of the last figure of a party. */
    private static ObjectNode value(LastFigure last) {
        var told = last.told();
        var node =
                JsonNodeFactory.instance.objectNode().put("party", last.party().value());
        node.put("withheld", last.withheld() == null ? null : last.withheld().toString());
        if (told == null) return node;
        node.put("at", told.at().toString()).put("act", told.act().toString());
        node.setAll(told(told.number()));
        node.set("unit", told.unit() == null ? JsonNodeFactory.instance.nullNode() : both(told.unit()));
        if (told.first() != null) node.set("first", told(told.first()));
        return node;
    }

    /** As a member: {@code value}, or {@code atLeast}; none if nothing is told. */
    private static ObjectNode told(Disclosure disclosure) {
        var node = JsonNodeFactory.instance.objectNode();
        return switch (disclosure) {
            case Disclosure.Exact(var number) -> node.put("value", number);
            case Disclosure.AtLeast(var number) -> node.put("atLeast", number);
            case Disclosure.Withheld _ -> node;
        };
    }

    private static @Nullable BigDecimal number(Disclosure disclosure) {
        return disclosure instanceof Disclosure.Told told ? told.number() : null;
    }

    /** What a party reports of itself, and what the others say to that. */
    private static ObjectNode reported(PartyCode party, acorde.monitoring.Account told, @Nullable Proof proof) {
        var latest = told.latest();
        var node = JsonNodeFactory.instance.objectNode().put("party", party.value());
        node.put("state", word(latest.state()))
                .put("on", latest.on() == null ? null : latest.on().toString());
        node.put("act", latest.act().toString()).put("at", latest.spoken().at().toString());
        var proven = node.putArray("evidence");
        for (var each : proof == null ? List.<Report.Evidence>of() : proof.told())
            proven.addObject()
                    .put("link", each.link().toString())
                    .put(
                            "seen",
                            each.seen() == null ? null : "sha256:" + each.seen().hex())
                    .set("what", remark(each.what()));
        node.put("moreEvidence", proof == null ? 0 : proof.more());
        var words = node.putArray("words");
        told.words()
                .forEach((by, word) -> words.addObject()
                        .put("party", by.value())
                        .put("act", word.spoken().act().toString())
                        .put("word", word.confirms() ? "confirmation" : "dispute")
                        .put("report", word.report().toString())
                        .put("at", word.spoken().at().toString()));
        return node;
    }

    private static ObjectNode proposal(Talk talk) {
        var proposal = talk.stood().proposal();
        var node = JsonNodeFactory.instance.objectNode();
        node.put("act", proposal.act().toString())
                .put("state", word(talk.stood().state()));
        node.put("at", talk.proposed().at().toString()).put("number", number(talk.stood()));
        node.set("why", remark(talk.proposed().remark()));
        var required = node.putArray("required");
        proposal.required().forEach(party -> required.add(party.value()));
        var words = node.putArray("words");
        proposal.words().forEach((party, word) -> words.add(word(party, word, talk)));
        return node;
    }

    /** The number the version would have, or has. */
    private static int number(Stood stood) {
        return stood.number() + 1;
    }

    private static ObjectNode word(PartyCode party, Word word, Talk talk) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("party", party.value()).put("act", word.act().toString());
        node.put("word", word instanceof Word.Assent ? "assent" : "refusal");
        var said = talk.words().get(party);
        node.put("at", said == null ? null : said.at().toString());
        // The proposer's own assent is the proposal: its reason stands there already.
        var own = word.act().equals(talk.stood().proposal().act());
        node.set("remark", said == null || own ? JsonNodeFactory.instance.nullNode() : remark(said.remark()));
        return node;
    }

    private static tools.jackson.databind.JsonNode remark(@Nullable Remark remark) {
        if (remark == null) return JsonNodeFactory.instance.nullNode();
        return JsonNodeFactory.instance.objectNode().put("es", remark.es()).put("en", remark.en());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
