package acorde.publication;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Hearing;
import acorde.acts.Walk;
import acorde.compact.Area;
import acorde.compact.AreaIndicator;
import acorde.compact.CharterText;
import acorde.compact.Compact;
import acorde.compact.Disclosing;
import acorde.compact.Event;
import acorde.compact.Founding;
import acorde.compact.Heard;
import acorde.compact.Initiative;
import acorde.compact.Instrument;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import acorde.compact.Meeting;
import acorde.compact.Proposal;
import acorde.compact.PublicationTerms;
import acorde.compact.Source;
import acorde.compact.Stood;
import acorde.compact.Thresholds;
import acorde.monitoring.Agreed;
import acorde.monitoring.Days;
import acorde.monitoring.Facts;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Report;
import acorde.trust.Logs;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public account as the acts have it: the door of the package. Safe for any thread.
 *
 * <p>It is made from the acts and not from the tables: those that everybody may know are heard once more, in memory, and nothing else is. Of the
 * compact itself every word is heard, because what is in force depends on all of them; what of it is shown, {@link Visibility} says.
 */
// longer than a file should be: one fold, kept where its order can be read
public final class Publication {
    /** Of a text that no act carries. */
    private static final Agreed.Since NEVER = new Agreed.Since(new TreeSet<>(Set.of(LocalDate.EPOCH)), new TreeSet<>());

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    private final Founding founding;
    private final PartyCode publisher;
    private final Supplier<Log> logs;
    private final Remembered remembered = new Remembered();
    private final Map<Told, Proof> proofs = new HashMap<>();
    private final Map<ItemKey, Known> known = new HashMap<>();
    private FiguresSoFar figures = new FiguresSoFar();
    private Log acts;
    private Hearing hearing;

    /** Whether all reports are public: as it was when the acts were heard. */
    private boolean reports;

    private @Nullable Account account;
    private long read = Long.MIN_VALUE;

    /** Where the acts come from. */
    interface Log {
        /** Changes when there may be more to hand on. */
        long stand();

        /** Hands on what was not handed on before. */
        void onward(Walk.Listener listener);

        Optional<Act> act(ActId id);
    }

    /** An account of monitoring: what of, and whose. */
    private record Told(String initiative, PartyCode party) {}

    /** A text that was read, and where it stood. */
    private record Known(Item.Head head, ItemText text) {}

    /** @param logs the acts from the first on, each time it is asked */
    Publication(Founding founding, PartyCode publisher, Supplier<Log> logs) {
        this.founding = founding;
        this.publisher = publisher;
        this.logs = logs;
        this.reports = founding.publication().filter(PublicationTerms::reports).isPresent();
        this.acts = logs.get();
        this.hearing = hearing();
    }

    private Hearing hearing() {
        var shelf = acts;
        return new Hearing(
                List.of(Compact.duty(founding), Monitoring.duty(founding)), founding.codes(), new Hearing.Shelf() {
                    @Override
                    public Optional<Act> act(ActId id) {
                        return shelf.act(id);
                    }

                    @Override
                    public void applied(Act act) {
                        keep(act);
                    }
                });
    }

    /** Of everything that is stored, now and later. */
    public static Publication of(Founding founding, Acts acts) {
        return of(founding, acts.logs(), () -> Walk.sizes(acts.logs()), acts::commits);
    }

    /** Of everything up to these sizes of the logs. */
    public static Publication at(Founding founding, Logs logs, Map<PartyCode, Long> sizes) {
        return of(founding, logs, () -> sizes, () -> 0);
    }

    private static Publication of( // how far, and when there is more
            Founding founding, Logs logs, Supplier<Map<PartyCode, Long>> sizes, LongSupplier stand) {
        return new Publication(founding, logs.self().party(), () -> log(logs, sizes, stand));
    }

    private static Log log(Logs logs, Supplier<Map<PartyCode, Long>> sizes, LongSupplier stand) {
        var walk = new Walk(logs);
        return new Log() {
            @Override
            public long stand() {
                return stand.getAsLong();
            }

            @Override
            public void onward(Walk.Listener listener) {
                walk.onward(sizes.get(), listener);
            }

            @Override
            public Optional<Act> act(ActId id) {
                return Walk.read(logs, id);
            }
        };
    }

    /** Begins to hear what is stored, beside whoever called, so that the first who asks does not wait for the whole history. */
    public Publication ahead() {
        Thread.ofPlatform().daemon().name("account").start(() -> {
            try {
                account();
            } catch (RuntimeException fault) {
                LOG.debug("the account was not heard ahead, whoever asks hears it: {}", fault.toString());
            }
        });
        return this;
    }

    /** As it stands now: the same object until something public is said. The logs are looked through once for each commit. */
    public synchronized Account account() {
        try {
            return current();
        } catch (RuntimeException fault) {
            hearAnew(); // what was being handed on when the database was lost would never be heard again
            throw fault;
        }
    }

    /** Acts over which a duty fell while they were heard: the account is as if they had not been said. */
    public synchronized int faults() {
        return hearing.faults();
    }

    private Account current() {
        var stand = acts.stand(); // before reading: what is committed meanwhile is read the next time
        if (account != null && stand == read) return account;
        var now = hear();
        if (now.showsReports() != reports) {
            // The parties came to agree otherwise on what is public: everything is heard again.
            reports = !reports;
            hearAnew();
            now = hear();
        }
        read = stand;
        return now;
    }

    private void hearAnew() {
        acts = logs.get();
        figures = new FiguresSoFar();
        hearing = hearing();
        account = null;
        read = Long.MIN_VALUE;
    }

    private Account hear() {
        acts.onward(new Walk.Listener() {
            @Override
            public void heard(Act act) {
                hear(act);
            }

            @Override
            public void closed(ActId id) {
                hearing.passOver(id);
            }
        });
        var now = account == null ? select() : account;
        account = now;
        return now;
    }

    private void hear(Act act) {
        var visibility = new Visibility(founding.codes(), false, reports, complete -> false);
        if (!isOfCompact(act) && !visibility.visibleToPublic(act)) {
            hearing.passOver(act.id());
            return;
        }
        hearing.hear(act);
        account = null;
    }

    /** Of what breaks a rule nothing is shown, so nothing is kept. */
    private void keep(Act act) {
        if (isOfCompact(act)) {
            remembered.hear(act);
            return;
        }
        Monitoring.saying(act).ifPresent(saying -> {
            if (saying instanceof Report report) prove(act.id(), report);
            Monitoring.points(hearing, act.by(), saying).forEach(figures::put);
        });
    }

    /** Of the reports of a party on an initiative, what the one shows is kept that counts. */
    private void prove(ActId act, Report report) {
        var account = Monitoring.facts(hearing)
                .getOrDefault(report.initiative(), Facts.NONE)
                .accounts()
                .get(act.party());
        var proven = account == null ? null : account.proven();
        if (proven != null && proven.act().equals(act))
            proofs.put(new Told(report.initiative(), act.party()), Proof.of(act, report));
    }

    private Optional<Remembered.Said> said(ActId act) {
        return remembered.find(act, id -> hearing.act(id).filter(Publication::isOfCompact));
    }

    /** What of the numbers of an initiative everybody may know. */
    private Disclosing disclosing(Item item, List<Stood> proposals, Disclosing.Under latest) {
        var earlier = Stood.carriers(item.announced(), proposals).stream()
                .flatMap(act -> said(act).stream())
                .flatMap(said -> Stream.ofNullable(said.measures()));
        return Disclosing.of(earlier, latest);
    }

    private static boolean isOfCompact(Act act) {
        return act.kind().startsWith("compact.");
    }

    private Account select() {
        var heard = new Heard(hearing);
        var texts = new TreeMap<ItemKey, ItemText>();
        heard.items().forEach((key, item) -> {
            var head = item.head();
            if (head != null) texts.put(key, text(key, head));
        });
        var terms = (PublicationTerms) texts.get(new ItemKey(ItemKey.Kind.PUBLICATION, founding.compact()));
        var thresholds = (Thresholds) texts.get(new ItemKey(ItemKey.Kind.THRESHOLDS, founding.compact()));
        var facts = Monitoring.facts(hearing);
        var promises = new TreeMap<String, Promise>();
        var indicators = new TreeMap<String, AreaMeasured>();
        texts.forEach((key, text) -> {
            var item = heard.items().get(key);
            if (text instanceof AreaIndicator indicator && item != null && item.head() != null)
                indicators.put(key.code(), measured(key, item, indicator, heard.proposals(key)));
            if (!(text instanceof Initiative initiative) || item == null) return;
            var head = item.head();
            if (head == null) return;
            var proposals = heard.proposals(key);
            var talks = talks(proposals, terms);
            var disclosing = disclosing(item, proposals, Disclosing.Under.of(head.version(), initiative));
            var agreed = reports ? agreed(key, item, initiative, talks.told()) : null;
            var said = facts.getOrDefault(key.code(), Facts.NONE);
            promises.put(
                    key.code(),
                    new Promise(
                            key,
                            item,
                            PublishedText.of(initiative, disclosing),
                            talks,
                            new Promise.Progress(
                                    said, proofs(key.code(), said), given(key.code(), disclosing), agreed)));
        });
        remembered.told();
        return new Account(
                texts.get(new ItemKey(ItemKey.Kind.CHARTER, founding.compact())) instanceof CharterText charter
                        ? founding.called(charter)
                        : founding,
                publisher,
                terms,
                Days.of(thresholds == null ? new Thresholds(List.of()) : thresholds),
                new Account.Matters(
                        (Instrument) texts.get(new ItemKey(ItemKey.Kind.INSTRUMENT, founding.compact())),
                        all(texts, Area.class),
                        indicators,
                        promises,
                        all(texts, Meeting.class),
                        all(texts, Event.class),
                        all(texts, Source.class)));
    }

    private AreaMeasured measured(
            ItemKey key, Item item, AreaIndicator text, List<Stood> proposals) { // a text and its words
        var head = Objects.requireNonNull(item.head());
        var disclosing = disclosing(item, proposals, Disclosing.Under.of(head.version(), text));
        return AreaMeasured.of(key, item, text, disclosing, given(key.toString(), disclosing));
    }

    private SortedMap<PartyCode, Given> given(String subject, Disclosing disclosing) {
        var given = new TreeMap<PartyCode, Given>();
        figures.of(subject).forEach((party, points) -> given.put(party, new Given(points, disclosing)));
        return given;
    }

    private SortedMap<PartyCode, Proof> proofs(String initiative, Facts facts) {
        var proven = new TreeMap<PartyCode, Proof>();
        facts.accounts().forEach((party, account) -> {
            var proof = proofs.get(new Told(initiative, party));
            var last = account.proven();
            if (proof != null && last != null && proof.report().equals(last.act())) proven.put(party, proof);
        });
        return proven;
    }

    private @Nullable Agreed agreed(ItemKey key, Item item, Initiative text, List<Talk> talks) { // a text and its words
        var head = item.head();
        if (head == null) return null;
        return Agreed.of(new Agreed.Named(key.code(), head.version(), since(head, talks)), text, founding.codes());
    }

    /** When a text came: the days of the announcement or of the assents, and of the acts that those name as before them. */
    private Agreed.Since since(Item.Head head, List<Talk> talks) {
        var carrying = talks.stream()
                .map(talk -> talk.stood().proposal())
                .filter(proposal -> proposal.act().equals(head.act()))
                .flatMap(proposal -> proposal.words().values().stream())
                .flatMap(word -> said(word.act()).stream())
                .toList();
        var announced = head.act() == null ? null : said(head.act()).orElse(null);
        var said = carrying.isEmpty() && announced != null ? List.of(announced) : carrying;
        var before = said.stream().flatMap(each -> each.after().stream()).flatMap(id -> at(id).stream());
        return said.isEmpty()
                ? NEVER
                : new Agreed.Since(days(said.stream().map(each -> each.words().at())), days(before));
    }

    /** When an act of the compact says it was said, be it one that breaks a rule. */
    private Optional<Instant> at(ActId id) {
        return said(id).map(said -> said.words().at());
    }

    private static SortedSet<LocalDate> days(Stream<Instant> moments) {
        return moments.map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private ItemText text(ItemKey key, Item.Head head) {
        var before = known.get(key);
        if (before != null && before.head().equals(head)) return before.text();
        var text = Heard.text(key, head);
        known.put(key, new Known(head, text));
        return text;
    }

    private static <T extends ItemText> SortedMap<String, T> all(SortedMap<ItemKey, ItemText> texts, Class<T> type) {
        var all = new TreeMap<String, T>();
        texts.forEach((key, text) -> {
            if (type.isInstance(text)) all.put(key.code(), type.cast(text));
        });
        return all;
    }

    private Talks talks(List<Stood> proposals, @Nullable PublicationTerms terms) {
        var complete = proposals.stream()
                .map(Stood::proposal)
                .filter(Visibility::isComplete)
                .map(Proposal::act)
                .collect(Collectors.toCollection(HashSet::new));
        var visibility = Visibility.of(founding.codes(), terms, complete::contains);
        var shown = proposals.stream()
                .filter(stood -> visibility.shows(stood.proposal().act()))
                .sorted(NEWEST)
                .toList();
        var others = new HashMap<PartyCode, Integer>();
        var told = shown.stream()
                .filter(stood -> complete.contains(stood.proposal().act())
                        || others.merge(stood.proposal().proposer(), 1, Integer::sum) <= Talks.EACH)
                .map(this::talk)
                .toList();
        return new Talks(told, shown.size() - told.size());
    }

    private static final Comparator<Stood> NEWEST = Comparator.comparing(
                    (Stood each) -> each.proposal().at())
            .thenComparing(each -> each.proposal().act())
            .reversed();

    private Talk talk(Stood stood) {
        var said = stood.proposal().words().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, word -> spoken(word.getValue().act())));
        return new Talk(stood, spoken(stood.proposal().act()), new TreeMap<>(said));
    }

    private Utterance spoken(ActId act) {
        return said(act)
                .orElseThrow(() -> new IllegalStateException(act + " counts and was not heard"))
                .words();
    }
}
