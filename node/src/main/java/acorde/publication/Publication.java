package acorde.publication;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Hearing;
import acorde.acts.Walk;
import acorde.compact.Area;
import acorde.compact.Compact;
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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The public account as the acts have it: the door of the package. Safe for any thread.
 *
 * <p>It is made from the acts and not from the tables: those that everybody may know are heard once more, in memory, and nothing else is. Of the
 * compact itself every word is heard, because what is in force depends on all of them; what of it is shown, {@link Visibility} says.
 */
public final class Publication {
    private final Founding founding;
    private final PartyCode publisher;
    private final Supplier<Log> logs;
    private final Map<ActId, Spoken> spoken = new HashMap<>();
    private final Map<ItemKey, Known> known = new HashMap<>();
    private Log acts;
    private Hearing hearing;

    /** Whether reports are public: so it was when the acts were heard. */
    private boolean reports;

    private @Nullable Account account;

    /** Where the acts come from. */
    interface Log {
        /** Hands on what was not handed on before. */
        void onward(Walk.Listener listener);

        Optional<Act> act(ActId id);
    }

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
        return new Hearing(List.of(Compact.duty(founding), Monitoring.duty(founding)), acts::act);
    }

    /** Hears everything again when the parties came to agree otherwise on what is public. */
    private void begin(boolean withReports) {
        reports = withReports;
        acts = logs.get();
        hearing = hearing();
    }

    /** Of everything that is stored, now and later. */
    public static Publication of(Founding founding, Logs logs) {
        return of(founding, logs, () -> Walk.sizes(logs));
    }

    /** Of everything up to these sizes of the logs. */
    public static Publication at(Founding founding, Logs logs, Map<PartyCode, Long> sizes) {
        return of(founding, logs, () -> sizes);
    }

    private static Publication of(Founding founding, Logs logs, Supplier<Map<PartyCode, Long>> sizes) {
        return new Publication(founding, logs.self().party(), () -> log(logs, sizes));
    }

    private static Log log(Logs logs, Supplier<Map<PartyCode, Long>> sizes) {
        var walk = new Walk(logs);
        return new Log() {
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

    /** As it stands now. */
    public synchronized Account account() {
        var now = read();
        var terms = now.terms();
        if ((terms != null && terms.reports()) == reports) return now;
        begin(!reports);
        account = null;
        return read();
    }

    private Account read() {
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
        var ofCompact = act.kind().startsWith("compact.");
        var visibility = new Visibility(founding.codes(), false, reports, complete -> false);
        if (!ofCompact && !visibility.visibleToPublic(act)) {
            hearing.passOver(act.id());
            return;
        }
        if (ofCompact) spoken.put(act.id(), Spoken.of(act));
        hearing.hear(act);
        account = null;
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
        var reported = new acorde.monitoring.Heard(hearing);
        var promises = new TreeMap<String, Promise>();
        texts.forEach((key, text) -> {
            var item = heard.items().get(key);
            if (!(text instanceof Initiative initiative) || item == null) return;
            var talks = talks(heard.proposals(key), terms);
            var followed = reports ? followed(key, item, initiative, talks, reported.facts(key.code())) : null;
            promises.put(key.code(), new Promise(key, item, initiative, talks, followed));
        });
        return new Account(
                founding,
                publisher,
                terms,
                Days.of(thresholds == null ? new Thresholds(List.of()) : thresholds),
                new Account.Matters(
                        (Instrument) texts.get(new ItemKey(ItemKey.Kind.INSTRUMENT, founding.compact())),
                        all(texts, Area.class),
                        promises,
                        all(texts, Meeting.class),
                        all(texts, Event.class),
                        all(texts, Source.class)));
    }

    private Promise.@Nullable Followed followed( // what is followed, and what was said
            ItemKey key, Item item, Initiative text, List<Talk> talks, Facts facts) {
        var head = item.head();
        if (head == null) return null;
        var named = new Agreed.Named(key.code(), head.version(), since(head, talks));
        return new Promise.Followed(Agreed.of(named, text, founding.codes()), facts);
    }

    /** The day a text came: of the announcement, or of the last assent. */
    private LocalDate since(Item.Head head, List<Talk> talks) {
        var act = head.act();
        var last = talks.stream()
                .filter(talk -> talk.stood().proposal().act().equals(act))
                .flatMap(talk -> talk.words().values().stream())
                .map(Spoken::at)
                .max(Comparator.naturalOrder());
        var at = last.orElseGet(() -> act == null ? Instant.EPOCH : spoken(act).at());
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
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

    private List<Talk> talks(List<Stood> proposals, @Nullable PublicationTerms terms) {
        var complete = proposals.stream()
                .map(Stood::proposal)
                .filter(Visibility::isComplete)
                .map(Proposal::act)
                .collect(Collectors.toCollection(HashSet::new));
        var visibility = Visibility.of(founding.codes(), terms, complete::contains);
        return proposals.stream()
                .filter(stood -> visibility.shows(stood.proposal().act()))
                .sorted(NEWEST)
                .map(this::talk)
                .toList();
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

    private Spoken spoken(ActId act) {
        var found = spoken.get(act);
        if (found == null) throw new IllegalStateException(act + " counts and was not heard");
        return found;
    }
}
