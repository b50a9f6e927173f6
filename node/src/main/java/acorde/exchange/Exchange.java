package acorde.exchange;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Duty;
import acorde.acts.ReadingRoom;
import acorde.acts.Routine;
import acorde.acts.Said;
import acorde.finding.Catalogue;
import acorde.offices.Journal;
import acorde.offices.JournalLine;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Role;
import acorde.policy.Annex;
import acorde.policy.Decision.Released;
import acorde.policy.Nothing;
import acorde.policy.Purpose;
import acorde.policy.Reason;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.trust.PartyCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What the parties give one another to read: the door of the package. Safe for any thread.
 *
 * <p>What is said is answered when it is durable, or with the rule for which this party does not speak. When neither can be had it fails with
 * {@link acorde.acts.Busy}, {@link acorde.acts.DatabaseLost} or {@link acorde.acts.NodeStopping}, and nothing was said; or with
 * {@link acorde.acts.NotKnown}.
 */
// longer than a file should be: one door, with a method for each thing that is asked of it
public final class Exchange {
    /**
     * Items of one provider looked at for one part of a list, of which the reader may perhaps find few. Their acts, each of up to 1 MiB, are not read
     * for it. Whether there were more tells of what is hidden, so it is told to nobody: every list goes on from any day.
     */
    public static final int LOOKED_AT = 5_000;

    private static final int PAGE = 250;

    /** Opened in one hour; more are acknowledged when they are opened again. */
    private static final int MOST_OPENED = 4_096;

    /** Of each provider, so that none pushes another's out of the list. */
    public static final int ORDERS = 25;

    /** Acts of each party looked at for orders that wait: where many wait something else is wrong, and its partner's page says so. */
    public static final int WAITING = 100;

    /** Orders without an answer in a list. */
    public static final int UNANSWERED = 50;

    private final Acts acts;
    private final Journal journal;
    private final Supplier<InForce> inForce;
    private final ExchangeRows rows;
    private final boolean exercise;

    /** Another party's, since that was said last. A node that ends before the hour does says it when it is opened again. */
    private final Set<ActId> opened = ConcurrentHashMap.newKeySet();

    /** @param inForce asked anew each time, so that what the parties adopt holds at once */
    public Exchange(Acts acts, Journal journal, Supplier<InForce> inForce, DataSource readers) {
        this.acts = acts;
        this.journal = journal;
        this.inForce = inForce;
        this.rows = ExchangeRows.of(readers);
        this.exercise = acts.logs().charter().content().path("exercise").asBoolean(false);
    }

    /** What makes rows of the acts of exchange. @param self whose node it is: it destroys what that party is ordered to give up */
    public static Duty duty(PartyCode self) {
        return new ExchangeDuty(self);
    }

    /**
     * After each commit gives what came its place in the order for programs, and answers the orders that this node carries out, until closed. Nobody
     * else does either.
     *
     * @param takeIn {@link Feed#takeIn} of the feed that programs read
     * @param forget is given what tells of acts which were ordered given up, perhaps more than once, before it is said that any is gone: nothing
     *     written of those here may stay
     */
    public AutoCloseable answering(
            Clock clock, BiPredicate<Instant, Set<ActId>> takeIn, Consumer<UnaryOperator<Set<ActId>>> forget) {
        return Answering.start(acts, rows, clock, new Answering.Before(takeIn, forget));
    }

    /** Orders given up, at the turn of every hour, what this party gave and what has ended since (CE-4), until closed. */
    public AutoCloseable ending(Clock clock) {
        return Ending.start(acts, rows, clock);
    }

    /** What this party gave and still holds to be so, for longer (CE-4). */
    public Renewals renewals() {
        return new Renewals(
                acts,
                rows,
                (officer, now) -> new Lists(showing(officer, now), now),
                now -> releasing(inForce.get(), now));
    }

    /**
     * What is exchanged, for programs. There is one for a node; what an earlier one of it remembered and did not hand out is forgotten.
     *
     * @param lease the right to write for this party, by which the order is kept in which things came
     * @param names how programs call what an act carries
     */
    public Feed feed(Postgres postgres, Lease lease, Function<ActId, UUID> names) {
        var arrivals = Arrivals.of(acts, new Arrivals.Place(postgres, lease, names));
        arrivals.forgetUnhanded();
        return new Feed(acts, journal, arrivals, this::showing, this::wasOpened);
    }

    /** Says at the turn of every hour what became of the copies that came, until closed. */
    public AutoCloseable acknowledging(Clock clock) {
        return Routine.start(
                "acknowledging", Routine.atTurnsOf(Duration.ofHours(1), clock), () -> acknowledge(clock.instant()));
    }

    /** Says what became of the copies that came, to every other party, whether there is anything to say of its reports or not. */
    void acknowledge(Instant now) {
        var releasing = inForce.get();
        var read = Set.copyOf(opened);
        var known = rows.opened(acts.self(), read); // first openings are told, and nothing of how often
        var lines = new TreeMap<PartyCode, List<Acknowledgement.Line>>();
        for (var provider : Cover.others(acts)) {
            var said = new ArrayList<Acknowledgement.Line>();
            releasing.rules().ifPresent(annex -> said.addAll(taken(annex, provider, day(now))));
            read.stream()
                    .filter(act -> act.party().equals(provider) && !known.contains(act))
                    .sorted()
                    .limit(Acknowledgement.MOST / 2)
                    .forEach(act -> said.add(new Acknowledgement.Line(act, Received.Stage.OPENED, List.of())));
            lines.put(provider, said);
        }
        acts.sayOfItselfDurably(new Acknowledgement(lines));
        lines.values().forEach(said -> said.forEach(line -> opened.remove(line.report())));
        opened.removeAll(known);
    }

    /** Whether the rules let this node have what came, which nobody here was asked yet. */
    private List<Acknowledgement.Line> taken(Annex annex, PartyCode provider, LocalDate day) {
        var releasing = new Releasing(annex, provider, day, exercise);
        return rows.unacknowledged(acts.self(), provider, Acknowledgement.MOST / 2).stream()
                .map(row -> {
                    var decision = releasing.delivered(
                            Item.outline(row.key(), row.row()).report(), acts.self());
                    var taken = decision instanceof Released;
                    return new Acknowledgement.Line(
                            row.key(),
                            taken ? Received.Stage.ACCEPTED : Received.Stage.DECLINED,
                            taken
                                    ? List.of()
                                    : decision.reasons().stream()
                                            .map(Reason::rule)
                                            .limit(ReportText.RULES)
                                            .toList());
                })
                .toList();
    }

    /** What the nodes of those who were given a report of this party's say became of it there. @param whole the act that carries all of it */
    public List<Received> received(ActId whole) {
        return rows.received(copies(whole));
    }

    /** Whether all that is exchanged belongs to an exercise, as the charter says of the whole compact. */
    public boolean exercise() {
        return exercise;
    }

    /** Whether rules of release are in force. */
    public boolean hasRules() {
        return inForce.get().rules().isPresent();
    }

    /** Why a rule of release or of the core decided, by its id; empty if none in force has it. */
    public Optional<Reason> reason(String rule) {
        return inForce.get().rules().orElse(Annex.NONE).reason(rule);
    }

    /** What a report may be used for: the areas of the compact. */
    public Set<Purpose> purposes() {
        return inForce.get().purposes();
    }

    /** Those of an office, which it sends for and reads for (CE-1): all of them for one that is there for all areas. */
    public Set<Purpose> purposes(Officer officer) {
        return Posts.of(officer.office(), purposes()).competence();
    }

    /** What each party would be given of a report, and why. Nothing is said. None if no rules are in force. */
    public List<Release> preview(Report report, Collection<PartyCode> to, Instant now) {
        return releasing(inForce.get(), now)
                .map(releasing -> releasing.of(report, to))
                .orElse(List.of());
    }

    private Optional<Releasing> releasing(InForce stands, Instant now) {
        return releasing(stands, acts.self(), now);
    }

    private Optional<Releasing> releasing(InForce stands, PartyCode by, Instant now) {
        return stands.rules().map(annex -> new Releasing(annex, by, day(now), exercise));
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /**
     * Sends a report to those the rules let have it.
     *
     * @param seen what the officer was shown that each party would be given
     */
    public Said<Rule> send(Officer officer, Report report, List<Release> seen, Instant now) { // who sends what
        var stands = inForce.get();
        var releasing = releasing(stands, now);
        if (releasing.isEmpty()) return new Said.Declined<>(Rule.NO_RULES);
        if (report.turn() instanceof Turn.Warns && !report.exercise() && !stands.realAlerts())
            return new Said.Declined<>(Rule.ALERTS_EXERCISE_ONLY);
        if (!purposes(officer).containsAll(report.terms().purposes()))
            return new Said.Declined<>(Rule.PURPOSE_NOT_OURS);
        if (releasing.get().isHiddenFromUs(report)) return new Said.Declined<>(Rule.OWN_COUNTRY);
        var used = usedByAnother(officer, report.ref(), now);
        if (used.isPresent()) return new Said.Declined<>(used.get());
        var releases = releasing.get().of(report, seen.stream().map(Release::to).toList());
        if (!releases.equals(seen)) return new Said.Declined<>(Rule.RELEASE_MOVED);
        return acts.sayDurably(
                new Send(officer.office(), report, releases, Cover.others(acts), stands.holds()), officer);
    }

    /**
     * Why a report is not this party's to send: another gave one of this name. Whoever does not find that one is told what they are told of a report of
     * their own party's that they do not find; what the core hides is not there (AS-1).
     */
    private Optional<Rule> usedByAnother(Officer officer, Ref ref, Instant now) {
        var given = rows.given(Cover.others(acts), ref).stream()
                .map(row -> Item.outline(row.key(), row.row()))
                .filter(item -> !Releasing.isHidden(item, acts.self()))
                .toList();
        if (given.isEmpty()) return Optional.empty();
        var lists = new Lists(showing(officer, now), now);
        return Optional.of(given.stream().anyMatch(lists::finds) ? Rule.GIVEN_BY_ANOTHER : Rule.SENT_ALREADY);
    }

    /**
     * A report for somebody to read, which the journal then tells, once a day (CE-5).
     *
     * @param purpose what for, as they state it; null if they do not
     * @param read the seal of the handling restriction they were shown; empty if none was
     */
    public Shown open(Officer officer, ActId act, @Nullable Purpose purpose, String read, Instant now) { // one question
        return shown(officer, new Wanted(act, purpose, read, false), now);
    }

    /** The same for a program of somebody's: what may not be taken away is not there for it, and the journal tells that it was taken. */
    public Shown read(Officer officer, ActId act, @Nullable Purpose purpose, String read, Instant now) { // one question
        return shown(officer, new Wanted(act, purpose, read, true), now);
    }

    /** @param away whether a program asks, which keeps what it is given */
    private record Wanted(ActId act, @Nullable Purpose purpose, String read, boolean away) {
        Shown by(Showing showing, Item item, String seal) {
            return away ? showing.read(item, purpose, seal) : showing.opened(item, purpose, seal);
        }

        JournalLine line(Officer officer) {
            return away
                    ? JournalLine.of("report-taken-away", officer).with("by", "program")
                    : JournalLine.of("report-opened", officer);
        }
    }

    private Shown shown(Officer officer, Wanted wanted, Instant now) {
        var nothing = Nothing.asked();
        var shown = showing(officer, now)
                .map(showing -> shown(showing, wanted, now))
                .orElseGet(Shown.NotThere::new);
        if (shown instanceof Shown.Open(var item, var stated)) {
            journal.writeOnceADay(wanted.line(officer).with("act", item.act()).with("purpose", stated));
            wasOpened(item);
        }
        if (!(shown instanceof Shown.NotThere)) return shown;
        var closed = officer.role() == Role.COORDINATOR ? ownClosed(wanted.act()) : shown;
        nothing.await();
        return closed;
    }

    private void wasOpened(Item item) {
        if (!item.by().equals(acts.self()) && opened.size() < MOST_OPENED) opened.add(item.act());
    }

    /** Whether something that somebody has open may be taken away with its files. */
    public boolean mayTakeFiles(Officer officer, Shown.Open open, Instant now) {
        return taken(officer, open, now)
                .filter(item -> !item.report().files().isEmpty())
                .isPresent();
    }

    /** Whether one of these files may be taken away. The journal tells that it was, once a day. @param number of the file, from 0 */
    public boolean takeFile(Officer officer, Shown.Open open, int number, Instant now) { // which of what, for whom
        if (!mayTakeFiles(officer, open, now)) return false;
        journal.writeOnceADay(JournalLine.of("report-taken-away", officer)
                .with("act", open.item().act())
                .with("purpose", open.purpose())
                .with("file", number));
        return true;
    }

    /**
     * Whether the files of an act may be here: those of another party's copy while the rules let this node have all of it. What is nothing exchanged
     * is not for this to say.
     */
    public boolean mayHaveFiles(ActId act, Instant now) {
        return given(act)
                .map(item -> releasing(inForce.get(), item.by(), now)
                        .filter(releasing -> mayHaveFiles(releasing, item))
                        .isPresent())
                .orElse(true);
    }

    /**
     * Whether those that are here may stay: unless rules in force, or the core, keep the report from this node. While no rules can be read nothing comes,
     * and nothing that came by others goes.
     */
    public boolean mayKeepFiles(ActId act, Instant now) {
        return given(act)
                .map(item -> releasing(inForce.get(), item.by(), now)
                        .map(releasing -> mayHaveFiles(releasing, item))
                        .orElseGet(() -> !Releasing.isHidden(item, acts.self())))
                .orElse(true);
    }

    private boolean mayHaveFiles(Releasing releasing, Item item) {
        return releasing.delivered(item.report(), acts.self()) instanceof Released;
    }

    /** What another party exchanged by this act. */
    private Optional<Item> given(ActId act) {
        return act.party().equals(acts.self())
                ? Optional.empty()
                : rows.item(act).map(row -> Item.outline(act, row));
    }

    /** What may be taken away as a file of something that somebody has open; empty if nothing may. The journal tells it, once a day. */
    public Optional<Item> take(Officer officer, Shown.Open open, Instant now) {
        var taken = taken(officer, open, now);
        taken.ifPresent(item -> journal.writeOnceADay(JournalLine.of("report-taken-away", officer)
                .with("act", item.act())
                .with("purpose", open.purpose())));
        return taken;
    }

    private Optional<Item> taken(Officer officer, Shown.Open open, Instant now) {
        return showing(officer, now).flatMap(showing -> showing.taken(open.item(), open.purpose()));
    }

    /** Decided by its outline first: what does not open is not read. */
    private Shown shown(Showing showing, Wanted wanted, Instant now) {
        var act = wanted.act();
        var outline = rows.item(act).map(row -> Item.outline(act, row)).filter(item -> isThere(item, now));
        if (outline.isEmpty() || wanted.by(showing, outline.get(), "") instanceof Shown.NotThere)
            return new Shown.NotThere();
        return acts.act(act)
                .flatMap(said -> Item.of(said, outline.get()))
                .map(item -> wanted.by(showing, item, wanted.read()))
                .orElseGet(Shown.NotThere::new);
    }

    private Shown ownClosed(ActId act) {
        var copies = copies(act);
        return copies.isEmpty() ? new Shown.NotThere() : new Shown.OwnClosed(copies, recalls(act));
    }

    private Optional<Showing> showing(Officer officer, Instant now) {
        var stands = inForce.get();
        return stands.rules()
                .map(annex -> new Showing(
                        annex, acts.self(), Posts.of(officer.office(), stands.purposes()), day(now), exercise));
    }

    private boolean isThere(Item item, Instant now) {
        return Sights.isThere(acts, item.act(), item.at(), now);
    }

    /** A part of an office's mailbox. @param after behind what it begins */
    public Mailbox mailbox(
            Officer officer, Mailbox.Way way, Mailbox.Place after, int most, Instant now) { // one question
        ReadingRoom.enter(); // what is looked at for the list may be as much as the acts that are read for it
        var showing = showing(officer, now);
        if (showing.isEmpty()) return new Mailbox(List.of(), null);
        var lists = new Lists(showing, now);
        var holder = way == Mailbox.Way.RECEIVED ? acts.self().value() : "";
        var found = new ArrayList<Item>();
        var next = after;
        var looked = new HashMap<PartyCode, Integer>();
        while (true) {
            var page = rows.behind(holder, next, over(looked), PAGE);
            for (var row : page) {
                next = new Mailbox.Place(row.row().said(), row.key().toString());
                looked.merge(row.row().provider(), 1, Integer::sum);
                lists.listed(Item.outline(row.key(), row.row())).ifPresent(found::add);
                if (found.size() > most)
                    return new Mailbox(found.subList(0, most), Mailbox.Place.of(found.get(most - 1)));
            }
            if (page.size() < PAGE) break;
        }
        return new Mailbox(found, null);
    }

    /**
     * What of it can be found, by whom.
     *
     * @param offices of this party, asked anew each time
     * @param clock by whose zone things have their days
     */
    public Catalogue catalogue(Supplier<Collection<OfficeCode>> offices, Clock clock) {
        return new ExchangeCatalogue(rows, new Sights(acts, inForce, offices, clock, exercise), clock.getZone());
    }

    /** The requests among what is exchanged, as each office may find them. */
    public RequestItems requestItems() {
        return new RequestItems(acts.self(), rows, (officer, now) -> new Lists(showing(officer, now), now));
    }

    /** What of this party's reports another party could be given at the wish of one that has it. */
    public GivingOn givingOn() {
        return new GivingOn(acts, rows, (officer, now) -> new Lists(showing(officer, now), now), new GivingOn.Rules() {
            @Override
            public InForce now() {
                return inForce.get();
            }

            @Override
            public Optional<Releasing> releasing(InForce stands, Instant now) {
                return Exchange.this.releasing(stands, now);
            }
        });
    }

    /** What mail may tell of. */
    public Tidings tidings() {
        return new Tidings(acts.self(), rows, (officer, now) -> new Lists(showing(officer, now), now), this::orders);
    }

    /** What came of what was given, as its holders say. */
    public Outcomes outcomes() {
        return new Outcomes(acts, rows);
    }

    /** What comes up in the lists of somebody's; nothing while no rules are in force. */
    private final class Lists implements RequestItems.Listing {
        private final Optional<Showing> showing;
        private final Instant now;

        Lists(Optional<Showing> showing, Instant now) {
            this.showing = showing;
            this.now = now;
        }

        @Override
        public boolean finds(Item outline) {
            return showing.isPresent()
                    && isThere(outline, now)
                    && showing.get().listed(outline).isPresent();
        }

        @Override
        public boolean mayBeMailed(Item outline) {
            return showing.isPresent() && isThere(outline, now) && showing.get().mayBeMailed(outline);
        }

        @Override
        public Optional<Item> listed(Item outline) {
            return finds(outline) ? acts.act(outline.act()).flatMap(said -> listed(said, outline)) : Optional.empty();
        }

        @Override
        public Map<ActId, Item> listed(Collection<Item> outlines) {
            var found = outlines.stream()
                    .filter(this::finds)
                    .collect(Collectors.toMap(Item::act, outline -> outline, (one, _) -> one));
            var listed = new HashMap<ActId, Item>();
            acts.acts(found.keySet()).values().forEach(said -> {
                var outline = found.get(said.id());
                if (outline != null) listed(said, outline).ifPresent(item -> listed.put(said.id(), item));
            });
            return listed;
        }

        private Optional<Item> listed(Act said, Item outline) {
            return Item.of(said, outline).flatMap(item -> showing.flatMap(one -> one.listed(item)));
        }
    }

    /** Those of which enough was looked at: what a party gave that nobody finds here keeps nothing of the others' out of the list. */
    static List<PartyCode> over(Map<PartyCode, Integer> looked) {
        return looked.entrySet().stream()
                .filter(each -> each.getValue() >= LOOKED_AT)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The copies of a report of this party's. @param whole the act that carries the whole of it */
    public List<Item.Copy> copies(ActId whole) {
        if (!whole.party().equals(acts.self())) return List.of(); // of another's nothing is looked up, hidden or not
        return rows.item(whole)
                .filter(row ->
                        row.provider().equals(acts.self()) && row.holder().isEmpty())
                .map(row -> rows.copies(acts.self(), row.ref()).stream()
                        .map(copy -> new Item.Copy(new PartyCode(copy.row().holder()), copy.key()))
                        .toList())
                .orElse(List.of());
    }

    /** Whether somebody is told what was ordered of a report of this party's and who has answered: coordination is, and whoever finds it. */
    public boolean follows(Officer officer, ActId whole, Instant now) {
        return officer.role() == Role.COORDINATOR
                || showing(officer, now)
                        .filter(showing ->
                                !(shown(showing, new Wanted(whole, null, "", false), now) instanceof Shown.NotThere))
                        .isPresent();
    }

    /** What was ordered given up of a report of this party's, and who has answered. */
    public List<Recalled> recalls(ActId whole) {
        return rows.orders(copies(whole).stream().map(Item.Copy::act).toList());
    }

    /**
     * Orders a report given up. Any office of this party that sends may: what was sent can be taken back whoever may still read it, and without
     * rules in force.
     *
     * @param whole the act that carries the whole of it
     * @param from the parties that are to give it up, and who was seen to have it
     */
    public Said<Rule> recall(Officer officer, ActId whole, Recalled.From from, Recalled.Why why) { // an order
        var known = copies(whole).stream().map(Item.Copy::act).toList();
        var ref = known.isEmpty() ? Optional.<Ref>empty() : rows.item(whole).map(ExchangeRows.Carried::ref);
        if (ref.isEmpty()) return new Said.Declined<>(Rule.NO_SUCH_REPORT);
        return acts.sayDurably(new Recall(officer.office(), ref.get(), known, from, why, Cover.others(acts)), officer);
    }

    /** The same, of whoever has it now. */
    public Said<Rule> recall(Officer officer, ActId whole, Set<PartyCode> from, Recalled.Why why) { // an order
        return recall(officer, whole, new Recalled.From(from, holders(whole)), why);
    }

    /** The parties that have a copy of a report of this party's and were not ordered to give it up. */
    public SortedSet<PartyCode> holders(ActId whole) {
        var ordered = recalls(whole).stream().map(Recalled::item).collect(Collectors.toSet());
        return copies(whole).stream()
                .filter(copy -> !ordered.contains(copy.act()))
                .map(Item.Copy::holder)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Orders of this party's that nobody has answered, what is due first before the rest; for those who may order. */
    public List<Unanswered> unanswered(Officer officer) {
        return Cover.maySpeak(officer.office().value()) ? rows.unansweredOf(acts.self(), UNANSWERED) : List.of();
    }

    /**
     * The latest orders to this party. What they were about is gone, and with it who could have read it: they are for coordination and
     * supervision alone. That of a copy which the core hid from this party is told to nobody, as the copy was (AS-1).
     */
    public List<Recalled> orders(Officer officer) {
        return isTold(officer) ? rows.orders(acts.self(), Cover.others(acts), ORDERS) : List.of();
    }

    /**
     * Orders to this party that take no effect yet, because they wait for what has not come: its provider withholds it, perhaps the very report.
     * For the same two alone, and of what is hidden nobody is told.
     */
    public List<Recalled> waitingOrders(Officer officer) {
        if (!isTold(officer)) return List.of();
        var waiting = acts.waiting(WAITING);
        var said = acts.acts(waiting);
        return waiting.stream()
                .flatMap(id -> Optional.ofNullable(said.get(id)).flatMap(ExchangeDuty::ordered).stream())
                .filter(order -> order.holder().equals(acts.self()) && !isHidden(order.item()))
                .toList();
    }

    /** Or was, when it was given up. */
    private boolean isHidden(ActId copy) {
        return rows.item(copy)
                .map(row -> Releasing.isHidden(Item.outline(copy, row), acts.self()))
                .orElseGet(() -> !rows.held(true, Set.of(copy)).isEmpty());
    }

    private static boolean isTold(Officer officer) {
        return officer.role() == Role.COORDINATOR || officer.role() == Role.SUPERVISOR;
    }
}
