package acorde.web.desk;

// More than 400 lines: everything that pages and answers read of what stands.

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.compact.Area;
import acorde.compact.Compact;
import acorde.compact.Disclosing;
import acorde.compact.Event;
import acorde.compact.Founding;
import acorde.compact.Initiative;
import acorde.compact.Instrument;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import acorde.compact.Source;
import acorde.compact.Stood;
import acorde.compact.Word;
import acorde.monitoring.Light;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Tally;
import acorde.monitoring.Viewer;
import acorde.monitoring.Watched;
import acorde.publication.Promise;
import acorde.publication.PublishedText;
import acorde.publication.Talks;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import acorde.web.view.Figures;
import acorde.web.view.Frame;
import acorde.web.view.HomeView;
import acorde.web.view.ProposalView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The compact as it stands while one page or one answer is made of it. */
// longer than a file should be: all of it is asked at one moment, and what one question read serves the next
public final class Ledger {
    /** What acts that were read before weigh when they are let go. */
    private static final long HELD = 8 << 20;

    private final Acts acts;
    private final Compact compact;
    private final Monitoring monitoring;
    private final Founding founding;
    private final Supplier<Contents> standing;
    private final Map<ItemKey, List<Stood>> stood = new HashMap<>();
    private final Map<ItemKey, List<Made>> made = new HashMap<>();
    private final Map<ActId, Act> read = new HashMap<>();
    private long weight;
    private @Nullable Contents contents;
    private @Nullable Map<String, Watched> watched;
    private @Nullable Viewer viewer;

    /** @param standing what stands, for those pages that need it */
    Ledger( // what it is read from
            Acts acts, Compact compact, Monitoring monitoring, Founding founding, Supplier<Contents> standing) {
        this.acts = acts;
        this.compact = compact;
        this.monitoring = monitoring;
        this.founding = founding;
        this.standing = standing;
    }

    private Contents contents() {
        var read = contents == null ? standing.get() : contents;
        contents = read;
        return read;
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

        /** As lists and tables show it; who shows it knows which proposals its reader may see. */
        Promise promise() {
            return new Promise(
                    key,
                    item,
                    PublishedText.of(initiative, Disclosing.of(Disclosing.Under.of(version(), initiative))),
                    Talks.NONE,
                    Promise.Progress.NONE);
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
    public record Version(
            Hash version, int number, @Nullable ActId act, boolean consented) {}

    /** Initiatives by their codes. */
    public Collection<Known> initiatives() {
        return contents().initiatives.values();
    }

    public List<Known> initiatives(String area) {
        return initiatives().stream()
                .filter(known -> known.initiative().area().equals(area))
                .toList();
    }

    public Optional<Known> initiative(String code) {
        return Optional.ofNullable(contents().initiatives.get(code));
    }

    public SortedMap<String, Area> areas() {
        return contents().areas;
    }

    /** The external events by their codes. */
    SortedMap<String, Event> events() {
        return contents().events;
    }

    /** How every initiative stands, as one reader is shown it at that time; read once for one page. */
    public Map<String, Watched> watched(Viewer who, Instant now) {
        if (watched == null || !who.equals(viewer)) {
            watched = monitoring.watch(who, now);
            viewer = who;
        }
        return watched;
    }

    SortedMap<String, Source> sources() {
        return contents().sources;
    }

    Optional<Instrument> instrument() {
        return Optional.ofNullable(contents().instrument());
    }

    /** What became of these initiatives, as one reader is shown it. */
    Figures kept(Figures figures, Collection<Known> known, Frame frame, PartyCode self) { // figures and whose they are
        var watched = watched(Lines.viewer(self, frame), frame.formats().now());
        var tally = Tally.of(known.stream()
                .flatMap(each -> Optional.ofNullable(watched.get(each.key().code())).stream())
                .toList());
        var rungs = monitoring.days().rungs();
        var waived =
                (int) known.stream().filter(each -> each.initiative().waived()).count();
        var open = (int) known.stream()
                .filter(each -> isOpen(each, watched, frame.formats().today()))
                .count();
        return new Figures(
                figures.total(),
                figures.dated(),
                figures.numbered(),
                figures.measured(),
                figures.consented(),
                figures.proposed(),
                figures.past(),
                new Figures.Kept(tally.late(), tally.done(), waived, open, rungs.getFirst(), rungs.getLast()));
    }

    /** Whether its day has passed, and it is neither done nor shown as late. */
    private static boolean isOpen(Known known, Map<String, Watched> watched, LocalDate today) {
        var due = known.initiative().due();
        var seen = watched.get(known.key().code());
        if (due == null || seen == null || !due.isBefore(today)) return false;
        var colour = seen.light().colour();
        return colour != Light.Colour.LATE && colour != Light.Colour.DONE;
    }

    /** The honest figures of all, for a reader. */
    Figures figures(Frame frame) {
        return kept(figures(frame.formats().today()), initiatives(), frame, acts.self());
    }

    List<HomeView.Area> areas(Frame frame) {
        var counted = contents().counted(frame.formats().today()).areas();
        return areas().entrySet().stream()
                .map(area -> new HomeView.Area(
                        area.getKey(),
                        frame.in(Directory.words(area.getValue().title())),
                        Objects.requireNonNull(counted.get(area.getKey()))))
                .toList();
    }

    String areaName(String code, Frame frame) {
        var area = areas().get(code);
        return area == null ? code : frame.in(Directory.words(area.title()));
    }

    Figures figures(LocalDate today) {
        return contents().counted(today).all();
    }

    /** The proposals on an item's latest text and on the one it replaced, newest first, as lists show them. */
    public List<Stood> recent(ItemKey item) {
        return contents().recent(item);
    }

    /** The open proposals on an item, newest first. */
    public List<Stood> open(ItemKey item) {
        return recent(item).stream()
                .filter(each -> each.state() == Stood.State.OPEN)
                .toList();
    }

    /** How many proposals wait for a party's word. */
    int awaiting(PartyCode party) {
        return (int) contents().open().stream()
                .filter(each -> each.proposal().silent().contains(party))
                .count();
    }

    /** Those that have waited longest for a party's word, the oldest first. */
    List<Made> awaiting(PartyCode party, int most) {
        return made(contents().open().reversed().stream()
                .filter(each -> each.proposal().silent().contains(party))
                .limit(most)
                .toList());
    }

    /** How many proposals wait for anybody's word. */
    int openCount() {
        return contents().open().size();
    }

    /** The newest open proposals of those that are wanted. */
    List<Made> open(Predicate<Stood> wanted, int most) {
        return made(contents().open().stream().filter(wanted).limit(most).toList());
    }

    /** All proposals on one item that are kept at hand, newest first. */
    public List<Made> of(ItemKey item) {
        return made.computeIfAbsent(
                item, key -> made(stood(key)).stream().sorted(NEWEST).toList());
    }

    private List<Stood> stood(ItemKey item) {
        return stood.computeIfAbsent(item, compact::proposals);
    }

    private static final Comparator<Made> NEWEST = Comparator.comparing(
                    (Made each) -> each.act().at())
            .thenComparing(Made::id)
            .reversed();

    /** Acts by their names, read together and once for one page; those that {@link Acts#acts} has no room for are left out. */
    public Map<ActId, Act> said(Collection<ActId> ids) {
        var said = new HashMap<ActId, Act>();
        var missing = new HashSet<ActId>();
        for (var id : ids) {
            var act = read.get(id);
            if (act == null) missing.add(id);
            else said.put(id, act);
        }
        if (missing.isEmpty()) return said;
        var more = acts.acts(missing);
        hold(more);
        said.putAll(more);
        return said;
    }

    /** What was read before makes room for what is read now. */
    private void hold(Map<ActId, Act> more) {
        if (weight > HELD) {
            read.clear();
            weight = 0;
        }
        for (var act : more.values()) weight += act.weight();
        read.putAll(more);
    }

    /** Where a proposal stands, if this node knows and counts it. */
    Optional<Stood> stood(ActId id) {
        return contents().recent(id).or(() -> compact.proposal(id));
    }

    /** With their acts, which are read together. */
    private List<Made> made(List<Stood> each) {
        var said = said(each.stream().map(one -> one.proposal().act()).toList());
        // Among those a proposal names is the one that carries the version it would replace: held where there is room.
        said(said.values().stream().flatMap(act -> act.after().stream()).toList());
        return each.stream()
                .flatMap(one -> Optional.ofNullable(said.get(one.proposal().act()))
                        .map(act -> new Made(
                                act,
                                one.key().item(),
                                one.base(),
                                one.number(),
                                one.proposal(),
                                one.state(),
                                one.rivals()))
                        .stream())
                .toList();
    }

    /** A proposal this node knows and counts. */
    public Optional<Made> made(ActId id) {
        return compact.proposal(id)
                .flatMap(stood -> made(List.of(stood)).stream().findFirst());
    }

    /** All proposals, newest first; see {@link PastProposals#newest}. */
    public PastProposals.Page newest(@Nullable ActId after, Predicate<Stood> wanted, int most) {
        return new PastProposals(compact, this::made).newest(after, wanted, most);
    }

    /** The text a proposal would replace; empty for a new item. */
    Optional<ItemText> baseOf(Made made) {
        var base = made.base();
        if (base == null) return Optional.empty();
        var known = contents().items.get(made.item());
        var head = known == null ? null : known.head();
        return head != null && head.version().equals(base)
                ? Optional.of(compact.text(made.item(), head))
                : made.act().after().stream()
                        .flatMap(id -> Stream.ofNullable(read.get(id)))
                        .filter(act -> act.hash().equals(base))
                        .findFirst()
                        .or(() -> carrier(made.item(), base))
                        .or(() -> oneByOne(made.act().after(), base))
                        .flatMap(act -> parse(made.item(), act.body().path("text")));
    }

    /** Of long acts, one is in memory at a time. */
    private Optional<Act> oneByOne(List<ActId> ids, Hash version) {
        return ids.stream()
                .flatMap(id -> acts.act(id).stream())
                .filter(act -> act.hash().equals(version))
                .findFirst();
    }

    /** The act whose hash names a version. */
    private Optional<Act> carrier(ItemKey item, Hash version) {
        var known = contents().items.get(item);
        var announced = known == null ? null : known.announced();
        return stood(item).stream()
                .filter(each -> each.proposal().version().equals(version))
                .map(each -> each.proposal().act())
                .findFirst()
                .or(() -> Optional.ofNullable(announced))
                .flatMap(acts::act)
                .filter(act -> act.hash().equals(version));
    }

    /** The versions of an initiative, the latest first. */
    public List<Version> versions(Known known) {
        var versions = new ArrayList<Version>();
        Hash next = known.version();
        ActId act = known.act();
        for (var number = known.number(); number > 0 && next != null; number--) {
            var of = next;
            var proposal = stood(known.key()).stream()
                    .filter(each -> each.proposal().version().equals(of))
                    .findFirst();
            versions.add(new Version(of, number, act, proposal.isPresent()));
            next = proposal.map(Stood::base).orElse(null);
            act = next == null ? null : carrier(known.key(), next).map(Act::id).orElse(null);
        }
        return versions;
    }

    /** The rival that entered into force in the place of a proposal. */
    Optional<Made> successor(Made made) {
        return of(made.item()).stream()
                .filter(other -> other.state() == Stood.State.IN_FORCE && Objects.equals(other.base(), made.base()))
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

    /** A code in this area that no initiative and no proposal has; one nobody thinks of, if somebody has taken thousands. */
    String freeCode(String area) {
        return compact.freeCode(area)
                .orElseGet(() -> area + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** What pages call an item: an initiative by its code, others by their whole name. */
    static String name(ItemKey item) {
        return item.kind() == ItemKey.Kind.INITIATIVE ? item.code() : item.toString();
    }
}
