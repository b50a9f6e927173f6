package acorde.compact;

import acorde.acts.ActId;
import acorde.postgres.Keyed;
import acorde.postgres.Row;
import acorde.postgres.Table;
import acorde.postgres.Type;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of the compact.
 *
 * <p>An ordinary proposal or word changes one row, that of its round: the proposals on one base stand together with their words, because
 * every decision needs them together. The row of an item changes only when its latest text does, and there is none before there is
 * a text: most acts would write it beside their round, which says the same.
 */
final class CompactRows {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Where each item stands; none while it is only proposed. */
    static final Table<ItemKey, Item> ITEM = Table.<ItemKey, Item>named("compact.item")
            .key("item", Type.TEXT, ItemKey::toString)
            .column("announced", Type.TEXT, item -> string(item.announced()))
            .column("standing", Type.TEXT, item -> Form.word(item.standing()))
            .column("consented", Type.BOOL, Item::consented)
            .column(
                    "version",
                    Type.TEXT,
                    item -> item.head() == null ? null : item.head().version().hex())
            .column(
                    "number",
                    Type.INT,
                    item -> item.head() == null ? null : item.head().number())
            .column("replaced", Type.TEXT, CompactRows::replaced)
            .column(
                    "act",
                    Type.TEXT,
                    item -> item.head() == null ? null : string(item.head().act()))
            .column(
                    "text",
                    Type.TEXT,
                    item -> item.head() == null ? null : item.head().text())
            .column("area", Type.TEXT, item -> item.marks().area())
            .column("due", Type.DATE, item -> item.marks().due())
            .column("dated", Type.BOOL, item -> item.marks().dated())
            .column("numbered", Type.BOOL, item -> item.marks().numbered())
            .column("measured", Type.BOOL, item -> item.marks().measured())
            .column("waived", Type.BOOL, item -> item.marks().waived())
            .reading(row -> new Keyed<>(ItemKey.parse(row.text("item")), item(row)));

    /** The proposals on each version, with their words. */
    static final Table<Round.Key, Round> ROUND = Table.<Round.Key, Round>named("compact.round")
            .key("item", Type.TEXT, key -> key.item().toString())
            .key("base", Type.TEXT, key -> key.base() == null ? "" : key.base().hex())
            .column("number", Type.INT, round -> round.base().number())
            .column("open", Type.BOOL, CompactRows::isOpen)
            .column("newest", Type.BIGINT, round -> round.newest().toEpochMilli())
            .column("proposers", Type.TEXT, CompactRows::proposers)
            .column("doc", Type.TEXT, CompactRows::write)
            .reading(row -> new Keyed<>(roundKey(row), round(row)));

    /** Proposals past the limit of a round: they change nothing, but the words said to them must be told first from second. */
    static final Table<ActId, Proposal> SURPLUS = Table.<ActId, Proposal>named("compact.surplus")
            .key("act", Type.TEXT, ActId::toString)
            .column("doc", Type.TEXT, proposal -> written(json -> write(json, proposal)))
            .reading(row -> new Keyed<>(ActId.parse(row.text("act")), proposal(JSON.readTree(row.text("doc")))));

    private CompactRows() {}

    private static String proposers(Round round) {
        return round.proposals().stream()
                .map(proposal -> proposal.proposer().value())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static boolean isOpen(Round round) {
        return Consent.outcome(round) instanceof Consent.Outcome.Undecided
                && round.proposals().stream()
                        .anyMatch(proposal -> Consent.standing(proposal) instanceof Consent.Standing.Open);
    }

    private static @Nullable String replaced(Item item) {
        var replaced = item.head() == null ? null : item.head().replaced();
        return replaced == null ? null : replaced.hex();
    }

    static @Nullable Hash hash(@Nullable String hex) {
        return hex == null ? null : Hash.ofHex(hex);
    }

    private static Item item(Row row) {
        var version = row.textOrNull("version");
        var head = version == null
                ? null
                : new Item.Head(
                        Hash.ofHex(version),
                        row.integer("number"),
                        hash(row.textOrNull("replaced")),
                        act(row.textOrNull("act")),
                        row.text("text"));
        return new Item(
                act(row.textOrNull("announced")),
                standing(row.text("standing")),
                head,
                new Item.Marks(
                        row.textOrNull("area"),
                        row.dateOrNull("due"),
                        row.bool("dated"),
                        row.bool("numbered"),
                        row.bool("measured"),
                        row.bool("waived")));
    }

    static Item.Standing standing(String word) {
        return Item.Standing.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Round.Key roundKey(Row row) {
        var base = row.text("base");
        return new Round.Key(ItemKey.parse(row.text("item")), base.isEmpty() ? null : Hash.ofHex(base));
    }

    private static Round round(Row row) {
        var doc = JSON.readTree(row.text("doc"));
        var proposals = new ArrayList<Proposal>();
        for (var proposal : doc.path("proposals")) proposals.add(proposal(proposal));
        return new Round(new Round.Basis(row.integer("number"), parties(doc.path("concerned"))), proposals);
    }

    /** The same round always gives the same characters: parties and acts in their order. */
    static String write(Round round) {
        return written(json -> {
            json.writeStartObject();
            writeAll(json, "concerned", round.base().concerned());
            json.writeArrayPropertyStart("proposals");
            round.proposals().forEach(proposal -> write(json, proposal));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static String written(Consumer<JsonGenerator> writing) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            writing.accept(json);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Proposal proposal) {
        json.writeStartObject();
        json.writeStringProperty("act", proposal.act().toString());
        json.writeNumberProperty("at", proposal.at().toEpochMilli());
        json.writeStringProperty("version", proposal.version().hex());
        writeAll(json, "required", proposal.required());
        writeAll(json, "assents", acts(proposal, Word.Assent.class));
        writeAll(json, "refusals", acts(proposal, Word.Refusal.class));
        if (proposal.withdrawal() != null)
            json.writeStringProperty("withdrawal", proposal.withdrawal().toString());
        if (proposal.announcement() != null) {
            json.writeStringProperty("announced", proposal.announcement().act().toString());
            json.writeStringProperty("base", proposal.announcement().version().hex());
        }
        json.writeEndObject();
    }

    private static List<ActId> acts(Proposal proposal, Class<? extends Word> kind) {
        var acts = new ArrayList<ActId>();
        for (var word : proposal.words().values()) if (kind.isInstance(word)) acts.add(word.act());
        return acts;
    }

    private static void writeAll(JsonGenerator json, String name, Iterable<?> values) {
        json.writeArrayPropertyStart(name);
        for (var value : values) json.writeString(value.toString());
        json.writeEndArray();
    }

    private static Proposal proposal(JsonNode doc) {
        var words = new TreeMap<PartyCode, Word>();
        for (var assent : doc.path("assents")) put(words, new Word.Assent(ActId.parse(assent.stringValue())));
        for (var refusal : doc.path("refusals")) put(words, new Word.Refusal(ActId.parse(refusal.stringValue())));
        return new Proposal(
                ActId.parse(doc.path("act").stringValue()),
                Instant.ofEpochMilli(doc.path("at").longValue()),
                Hash.ofHex(doc.path("version").stringValue()),
                parties(doc.path("required")),
                words,
                act(doc.path("withdrawal").asString(null)),
                announcement(doc));
    }

    private static Proposal.@Nullable Announcement announcement(JsonNode doc) {
        var act = act(doc.path("announced").asString(null));
        var version = hash(doc.path("base").asString(null));
        return act == null || version == null ? null : new Proposal.Announcement(act, version);
    }

    private static void put(TreeMap<PartyCode, Word> words, Word word) {
        words.put(word.act().party(), word);
    }

    private static SortedSet<PartyCode> parties(JsonNode codes) {
        var parties = new TreeSet<PartyCode>(Comparator.naturalOrder());
        for (var code : codes) parties.add(new PartyCode(code.stringValue()));
        return parties;
    }

    private static @Nullable ActId act(@Nullable String text) {
        return text == null ? null : ActId.parse(text);
    }

    private static @Nullable String string(@Nullable ActId act) {
        return act == null ? null : act.toString();
    }
}
