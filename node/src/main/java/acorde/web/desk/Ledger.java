package acorde.web.desk;

import acorde.compact.Stood;
import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.compact.Area;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.Initiative;
import acorde.compact.Instrument;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import acorde.compact.Source;
import acorde.compact.Word;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import acorde.web.view.Figures;
import acorde.web.view.Frame;
import acorde.web.view.HomeView;
import acorde.web.view.ProposalView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The compact as it stands while one page or one answer is made of it. */
public final class Ledger {
    private final Acts acts;
    private final Founding founding;
    private final SortedMap<ItemKey, Item> items;
    private final List<Stood> stood;
    private final Map<ItemKey, List<Made>> made = new HashMap<>();
    private final SortedMap<String, Area> areas = new TreeMap<>();
    private final SortedMap<String, Source> sources = new TreeMap<>();
    private final List<Known> initiatives = new ArrayList<>();
    private @Nullable Instrument instrument;

    Ledger(Acts acts, Compact compact, Founding founding) {
        this.acts = acts;
        this.founding = founding;
        this.items = compact.items();
        this.stood = compact.proposals();
        items.forEach(this::take);
    }

    private void take(ItemKey key, Item item) {
        var head = item.head();
        if (head == null) return;
        switch (parse(key, JsonMapper.shared().readTree(head.text())).orElse(null)) {
            case Area area -> areas.put(key.code(), area);
            case Source source -> sources.put(key.code(), source);
            case Initiative initiative -> initiatives.add(new Known(key, item, initiative));
            case Instrument text -> instrument = text;
            case null, default -> {}
        }
    }

    private static Optional<ItemText> parse(ItemKey key, JsonNode json) {
        return ItemText.parse(key.kind(), json) instanceof ItemText.Parsed.Good(var text)
                ? Optional.of(text)
                : Optional.empty();
    }

    /** An initiative that was announced or agreed. */
    public record Known(ItemKey key, Item item, Initiative initiative) {
        private Item.Head head() {
            var head = item.head();
            if (head == null) throw new IllegalStateException("what is known has a text");
            return head;
        }

        public Hash version() {
            return head().version();
        }

        public int number() {
            return head().number();
        }

        public @Nullable ActId act() {
            return head().act();
        }
    }

    /** One version of an item. */
    public record Version(Hash version, int number, @Nullable ActId act, boolean consented) {}

    /** Initiatives by their codes. */
    public List<Known> initiatives() {
        return List.copyOf(initiatives);
    }

    public List<Known> initiatives(String area) {
        return initiatives.stream()
                .filter(known -> known.initiative().area().equals(area))
                .toList();
    }

    public Optional<Known> initiative(String code) {
        return initiatives.stream()
                .filter(known -> known.key().code().equals(code))
                .findFirst();
    }

    public SortedMap<String, Area> areas() {
        return areas;
    }

    SortedMap<String, Source> sources() {
        return sources;
    }

    Optional<Instrument> instrument() {
        return Optional.ofNullable(instrument);
    }

    /** The address of a source; empty if there is none of that code. */
    String address(String source) {
        return sources.containsKey(source) ? sources.get(source).address().toString() : "";
    }

    List<HomeView.Area> areas(Frame frame) {
        return areas.entrySet().stream()
                .map(area -> new HomeView.Area(
                        area.getKey(),
                        frame.in(Directory.words(area.getValue().title())),
                        figures(initiatives(area.getKey()), frame.formats().today())))
                .toList();
    }

    String areaName(String code, Frame frame) {
        var area = areas.get(code);
        return area == null ? code : frame.in(Directory.words(area.title()));
    }

    Figures figures(LocalDate today) {
        return figures(initiatives, today);
    }

    private Figures figures(Collection<Known> known, LocalDate today) {
        var proposed = open().stream().map(each -> each.item().code()).collect(Collectors.toSet());
        return Lines.figures(known, proposed, today);
    }

    /** The proposals on one item, newest first. */
    public List<Made> of(ItemKey item) {
        return made.computeIfAbsent(item, key -> stood.stream()
                .filter(each -> each.key().item().equals(key))
                .flatMap(each -> made(each).stream())
                .sorted(NEWEST)
                .toList());
    }

    private static final Comparator<Made> NEWEST = Comparator.comparing((Made each) -> each.act().at())
            .thenComparing(Made::id)
            .reversed();

    private Optional<Made> made(Stood each) {
        return acts.act(each.proposal().act())
                .map(act -> new Made(
                        act,
                        each.key().item(),
                        each.key().base(),
                        each.number(),
                        each.proposal(),
                        each.state(),
                        each.rivals()));
    }

    /** A proposal this node knows and counts. */
    public Optional<Made> made(ActId id) {
        return stood.stream()
                .filter(each -> each.proposal().act().equals(id))
                .findFirst()
                .flatMap(each -> of(each.key().item()).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst());
    }

    /** Every proposal, newest first. */
    public List<Made> all() {
        return stood.stream()
                .map(each -> each.key().item())
                .distinct()
                .flatMap(item -> of(item).stream())
                .sorted(NEWEST)
                .toList();
    }

    List<Made> open() {
        return stood.stream()
                .filter(each -> each.state() == Stood.State.OPEN)
                .map(each -> each.key().item())
                .distinct()
                .flatMap(item -> of(item).stream())
                .filter(each -> each.state() == Stood.State.OPEN)
                .sorted(NEWEST)
                .toList();
    }

    /** The text a proposal would replace; empty for a new item. */
    Optional<ItemText> baseOf(Made made) {
        var base = made.base();
        if (base == null) return Optional.empty();
        return carrier(made.item(), base)
                .map(act -> act.body().path("text"))
                .or(() -> founded(made.item(), base))
                .flatMap(json -> parse(made.item(), json));
    }

    private Optional<JsonNode> founded(ItemKey item, Hash base) {
        var head = items.get(item) == null ? null : items.get(item).head();
        return head != null && head.version().equals(base)
                ? Optional.of(JsonMapper.shared().readTree(head.text()))
                : Optional.empty();
    }

    /** The act whose hash names a version. */
    private Optional<Act> carrier(ItemKey item, Hash version) {
        for (var each : stood)
            if (each.proposal().version().equals(version)) return acts.act(each.proposal().act());
        var known = items.get(item);
        return known == null || known.announced() == null
                ? Optional.empty()
                : acts.act(known.announced()).filter(act -> act.hash().equals(version));
    }

    /** The versions of an initiative, the latest first. */
    public List<Version> versions(Known known) {
        var versions = new ArrayList<Version>();
        Hash next = known.version();
        ActId act = known.act();
        for (var number = known.number(); number > 0 && next != null; number--) {
            var of = next;
            var proposal = of(known.key()).stream()
                    .filter(each -> each.proposal().version().equals(of))
                    .findFirst();
            versions.add(new Version(of, number, act, proposal.isPresent()));
            next = proposal.map(Made::base).orElse(null);
            act = next == null
                    ? null
                    : carrier(known.key(), next).map(Act::id).orElse(null);
        }
        return versions;
    }

    /** The rival that entered into force in the place of a proposal. */
    Optional<Made> successor(Made made) {
        return of(made.item()).stream()
                .filter(other -> other.state() == Stood.State.IN_FORCE && java.util.Objects.equals(other.base(), made.base()))
                .findFirst();
    }

    /** Parties that assented to this proposal and to a rival that is complete as well, with both acts. */
    List<ProposalView.Double> doubles(Made made) {
        if (made.state() != Stood.State.CONTESTED) return List.of();
        var doubles = new ArrayList<ProposalView.Double>();
        for (var rival : of(made.item())) {
            if (!made.rivals().contains(rival.id()) || rival.state() != Stood.State.CONTESTED) continue;
            made.proposal().words().forEach((party, word) -> {
                var other = rival.proposal().words().get(party);
                if (word instanceof Word.Assent && other instanceof Word.Assent)
                    doubles.add(new ProposalView.Double(
                            party.value(),
                            word.act().toString(),
                            made.id().toString(),
                            other.act().toString(),
                            rival.id().toString()));
            });
        }
        return doubles;
    }

    /** Whose assent a text needs: the parties of either version that have a node; of a new initiative, all. */
    SortedSet<PartyCode> required(Optional<Known> base, Initiative text) {
        if (base.isEmpty()) return founding.codes();
        var required = new TreeSet<>(text.parties());
        required.addAll(base.get().initiative().parties());
        required.retainAll(founding.codes());
        return required.isEmpty() ? founding.codes() : required;
    }

    static SortedMap<PartyCode, Word> onlyAssentOf(PartyCode party) {
        var words = new TreeMap<PartyCode, Word>();
        words.put(party, new Word.Assent(new ActId(party, 0)));
        return words;
    }

    /** A code in this area that no initiative and no proposal has. */
    String freeCode(String area) {
        for (var number = 1; ; number++) {
            var code = "%s-%02d".formatted(area, number);
            if (!items.containsKey(ItemKey.initiative(code))) return code;
        }
    }

    /** What pages call an item: an initiative by its code, others by their whole name. */
    static String name(ItemKey item) {
        return item.kind() == ItemKey.Kind.INITIATIVE ? item.code() : item.toString();
    }
}
