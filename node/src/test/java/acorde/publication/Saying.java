package acorde.publication;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Walk;
import acorde.compact.CompactFolder;
import acorde.compact.Founding;
import acorde.compact.ItemKey;
import acorde.trust.Charter;
import acorde.trust.KeyRing;
import acorde.trust.PartyCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Four parties founded on the compact of 2019 and what they say, written by hand: no log, no database. */
public final class Saying {
    public static final PartyCode HN = new PartyCode("HN");
    public static final PartyCode GT = new PartyCode("GT");
    public static final PartyCode US = new PartyCode("US");
    public static final PartyCode SV = new PartyCode("SV");
    static final List<PartyCode> ALL = List.of(US, GT, HN, SV);
    public static final ItemKey A105 = ItemKey.initiative("A1-05");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final CompactFolder.Read.Folder FOLDER =
            (CompactFolder.Read.Folder) CompactFolder.read(Path.of("..", "compacts", "moc-2019"));

    /** Made once: what is told of the acts tells nothing of the keys. */
    private static final Map<Boolean, Founding> FOUNDED = new ConcurrentHashMap<>();

    public final Founding founding;
    public final List<Act> acts = new ArrayList<>();
    private final Map<PartyCode, Integer> sizes = new HashMap<>();
    private final Map<ItemKey, Act> carriers = new LinkedHashMap<>();

    /** @param talks whether the parties agreed to show proposals that wait, and what they report */
    public Saying(Path keys, boolean talks) {
        founding = FOUNDED.computeIfAbsent(talks, each -> Founding.of(charter(keys, each)));
        for (var party : ALL)
            say(
                    party,
                    "compact.chartered",
                    List.of(),
                    body("charter", "sha256:" + founding.hash().hex()));
    }

    private static Charter charter(Path keys, boolean talks) {
        var content = Founding.content(FOLDER, GT);
        content.put("acorde", 1);
        for (var party : content.path("parties")) {
            var code = party.path("code").stringValue();
            ((ObjectNode) party).put("address", "https://127.0.0.1:1");
            KeyRing.create(keys.resolve(code), new SecureRandom())
                    .publicKeys(FOLDER.id(), new PartyCode(code))
                    .writeTo(((ObjectNode) party).putObject("keys"));
        }
        ((ObjectNode) content.path("annexes").path("publication"))
                .put("talks", talks)
                .put("reports", talks);
        return Charter.parse(JsonMapper.shared().writeValueAsBytes(content));
    }

    /** The history of 2019, all of it or what is wanted. */
    public Saying announce(Predicate<ItemKey> wanted) {
        FOLDER.items().forEach((key, text) -> {
            if (!wanted.test(key)) return;
            var body = body("item", key.toString());
            body.set("text", text.toJson());
            carriers.put(key, say(GT, "compact.announced", List.of(), body));
        });
        return this;
    }

    /** A text of the announcer's that the history does not have. */
    Act announce(ItemKey item, JsonNode text) {
        var body = body("item", item.toString());
        body.set("text", text);
        var act = say(GT, "compact.announced", List.of(), body);
        carriers.put(item, act);
        return act;
    }

    public static ObjectNode text(ItemKey item) {
        return Objects.requireNonNull(FOLDER.items().get(item)).toJson();
    }

    /** That text with a day and, in the place of a measure, the reason why it has none. */
    public static ObjectNode waived(ItemKey item) {
        var text = text(item).put("due", "2027-01-31");
        text.putObject("waiver").put("es", "Aún no hay medida.").put("en", "There is no measure yet.");
        return text;
    }

    /** A proposal on the text that was announced. @param also what it names beside that text */
    public Act propose(PartyCode party, ItemKey item, JsonNode text, ActId... also) {
        var base = Objects.requireNonNull(carriers.get(item));
        var body = body("item", item.toString())
                .put("base", "sha256:" + base.hash().hex());
        body.set("text", text);
        body.putObject("why").put("es", "Sin plazo no hay promesa.");
        var after = new ArrayList<>(List.of(base.id()));
        after.addAll(List.of(also));
        return say(party, "compact.proposed", after, body);
    }

    public Act assent(PartyCode party, Act proposal, @Nullable String reservation) {
        var body = body("proposal", proposal.id().toString())
                .put("text", "sha256:" + proposal.hash().hex());
        if (reservation == null) body.putNull("reservation");
        else body.putObject("reservation").put("es", reservation);
        return say(party, "compact.assented", List.of(proposal.id()), body);
    }

    public Act refuse(PartyCode party, Act proposal) {
        var body = body("proposal", proposal.id().toString());
        body.putObject("reason").put("es", "No hay fondos.");
        return say(party, "compact.refused", List.of(proposal.id()), body);
    }

    /** A proposal that what comes after it builds on. */
    public Act amend(PartyCode party, ItemKey item, JsonNode text) {
        var proposal = propose(party, item, text);
        carriers.put(item, proposal);
        return proposal;
    }

    /** A report on the text that was announced: done that day, or in progress. */
    public Act report(PartyCode party, ItemKey item, @Nullable String on) {
        return report(party, item, on, new TreeMap<>());
    }

    /** The same with figures of its indicator, by their days. */
    public Act report(
            PartyCode party,
            ItemKey item,
            @Nullable String on,
            SortedMap<LocalDate, Integer> figures) { // who, of what, since when
        var text = Objects.requireNonNull(carriers.get(item));
        var body = body("initiative", item.code())
                .put("version", "sha256:" + text.hash().hex())
                .put("state", on == null ? "in-progress" : "done")
                .put("on", on);
        for (var member : List.of("blockedBy", "note", "legalBasis", "funding")) body.putNull(member);
        for (var member : List.of("milestones", "values", "events", "answers")) body.putArray(member);
        figures.forEach((day, number) -> ((ArrayNode) body.path("values"))
                .addObject()
                .put("at", day.toString())
                .put("value", number)
                .putObject("from")
                .put("es", "Registro, EJERCICIO"));
        var evidence = body.putArray("evidence").addObject().put("link", "https://example.org/" + party);
        evidence.putObject("what").put("es", "Acta de entrega, EJERCICIO");
        evidence.putNull("seen");
        body.put("restrictions", true);
        return say(party, "monitoring.reported", List.of(text.id()), body);
    }

    /** That it is as another party reported. */
    public Act confirm(PartyCode party, Act report) {
        return say(
                party,
                "monitoring.confirmed",
                List.of(report.id()),
                body("report", report.id().toString()).putNull("note"));
    }

    /** Anything, to everybody. */
    public Act say(PartyCode party, String kind, List<ActId> after, ObjectNode body) {
        return say(party, kind, after, body, ALL);
    }

    Act say(PartyCode party, String kind, List<ActId> after, ObjectNode body, List<PartyCode> to) { // an act
        var id = new ActId(party, sizes.merge(party, 1, Integer::sum) - 1);
        var others = new TreeSet<>(to);
        others.remove(party);
        var hash = Edition.sha256((id + kind + after + body + others).getBytes(StandardCharsets.UTF_8));
        var act = new Act(id, kind, "coordination", NOON.plusSeconds(acts.size()), others, after, body, hash);
        acts.add(act);
        return act;
    }

    static ObjectNode body(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value);
    }

    /** The account of Honduras, that hears the acts in that order; of those that are closed to it, only that they are there. */
    public Account account(List<Act> heard, Predicate<Act> open) {
        var byId = new HashMap<ActId, Act>();
        for (var act : heard) if (open.test(act)) byId.put(act.id(), act);
        return new Publication(founding, HN, () -> new Publication.Log() {
                    @Override
                    public long stand() {
                        return 0;
                    }

                    @Override
                    public void onward(Walk.Listener listener) {
                        for (var act : heard)
                            if (open.test(act)) listener.heard(act);
                            else listener.closed(act.id());
                    }

                    @Override
                    public Optional<Act> act(ActId id) {
                        return Optional.ofNullable(byId.get(id));
                    }
                })
                .account();
    }

    public Account account() {
        return account(acts, act -> true);
    }

    /** What goes on hearing whatever is said. */
    Publication following() {
        return new Publication(founding, HN, () -> new Publication.Log() {
            private int handed;

            @Override
            public long stand() {
                return acts.size();
            }

            @Override
            public void onward(Walk.Listener listener) {
                while (handed < acts.size()) listener.heard(acts.get(handed++));
            }

            @Override
            public Optional<Act> act(ActId id) {
                return acts.stream().filter(act -> act.id().equals(id)).findFirst();
            }
        });
    }
}
