package acorde.onward;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Duty;
import acorde.acts.ReadingRoom;
import acorde.acts.Said;
import acorde.exchange.Asked;
import acorde.exchange.Cover;
import acorde.exchange.Exchange;
import acorde.exchange.GivingOn;
import acorde.exchange.InForce;
import acorde.exchange.Item;
import acorde.exchange.Release;
import acorde.exchange.Shown;
import acorde.offices.Officer;
import acorde.policy.Nothing;
import acorde.policy.Question.Moment;
import acorde.trust.PartyCode;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Who would give on what they were given, by whose leave: the door of the package. Safe for any thread. What is said fails as
 * {@link Exchange} says.
 */
public final class Onward {
    /** Wishes of one party in a list, those asked first. */
    public static final int EACH = 25;

    /** Of one party looked at for it: an office may find few. No act is read for it. */
    private static final int LOOKED_AT = 250;

    /** Leaves about one report: each was given by an office of its provider. */
    private static final int LEAVES = 500;

    private final Acts acts;
    private final boolean exercise;
    private final GivingOn givingOn;
    private final Supplier<InForce> inForce;
    private final OnwardRows rows;

    /** @param inForce asked anew each time, so that what the parties adopt holds at once */
    public Onward(Acts acts, Exchange exchange, Supplier<InForce> inForce, DataSource readers) {
        this.acts = acts;
        this.exercise = exchange.exercise();
        this.givingOn = exchange.givingOn();
        this.inForce = inForce;
        this.rows = OnwardRows.of(readers);
    }

    /** What makes rows of the acts of giving on. */
    public static Duty duty() {
        return new OnwardDuty();
    }

    private PartyCode self() {
        return acts.self();
    }

    /** What the rules say of giving a copy on to each party that is neither its provider nor this one. None if no rules are in force, or it is this party's own. */
    public SortedMap<PartyCode, Course> courses(Item copy, Instant now) {
        var courses = new TreeMap<PartyCode, Course>();
        var rules = inForce.get().rules();
        if (rules.isEmpty() || !copy.to().contains(self())) return courses;
        var facts = copy.report().facts(copy.by(), copy.to());
        var moment = new Moment(LocalDate.ofInstant(now, ZoneOffset.UTC), self(), exercise, Set.of());
        for (var party : Cover.others(acts))
            if (!party.equals(copy.by())) courses.put(party, Course.of(rules.get(), facts, party, moment));
        return courses;
    }

    /** What this party asked about a copy it has, of each other party the last. */
    public List<Wish> wishes(Item copy) {
        return wishes(List.of(new Item.Copy(self(), copy.act())));
    }

    /** What those who hold these copies asked about them; for who has open what they are copies of. */
    public List<Wish> wishes(Collection<Item.Copy> copies) {
        return rows.wishes(copies, LEAVES);
    }

    /** Takes back what this party asked about a copy that somebody has open. @param ask the act that asks */
    public Said<Rule> withdraw(Officer officer, Shown.Open open, ActId ask) {
        return wishes(open.item()).stream()
                .filter(wish -> wish.act().equals(ask))
                .findFirst()
                .<Said<Rule>>map(
                        wish -> acts.sayDurably(new Withdraw(officer.office(), wish, Cover.others(acts)), officer))
                .orElseGet(() -> new Said.Declined<>(Rule.NO_SUCH_WISH));
    }

    /** Asks for leave that a party has it too, for what the office has it open for. */
    public Said<Rule> ask(Officer officer, Shown.Open open, PartyCode to, Wish.Why why, Instant now) { // who asks what
        var course = courses(open.item(), now).get(to);
        if (course == null) return new Said.Declined<>(Rule.NO_SUCH_COPY);
        if (course instanceof Course.Never) return new Said.Declined<>(Rule.NEVER_GIVEN_ON);
        var asked = new Wish.Asked(open.item().act(), to, open.purpose(), why);
        return acts.sayDurably(new Ask(officer.office(), self(), asked, Cover.others(acts)), officer);
    }

    /** A wish with what it is about, as an office of the provider finds it. @param held the whole, and the copy of who asks */
    public record Listed(Wish wish, GivingOn.Held held) {}

    /**
     * What this party is asked and has not answered, as far as an office may find what it is about; what was asked first first. No act is
     * read for it, so what it is about comes without its texts: {@link #read} has those.
     */
    public List<Listed> open(Officer officer, Instant now) {
        ReadingRoom.enter(); // what is looked at for the list may be much
        var wishes = rows.open(self(), Cover.others(acts), LOOKED_AT);
        var held = givingOn.find(officer, wishes.stream().map(Onward::copy).toList(), now);
        return each(
                wishes,
                Wish::by,
                wish -> Optional.ofNullable(held.get(copy(wish)))
                        .filter(one -> isFor(wish, one))
                        .map(one -> new Listed(wish, one)));
    }

    /** Of each party as many, so that none pushes another's out of a list. */
    private static <T> List<T> each(
            List<Wish> wishes, Function<Wish, PartyCode> with, Function<Wish, Optional<T>> found) {
        var taken = new HashMap<PartyCode, Integer>();
        var all = new ArrayList<T>();
        for (var wish : wishes) {
            var one = found.apply(wish);
            if (one.isPresent() && taken.merge(with.apply(wish), 1, Integer::sum) <= EACH) all.add(one.get());
        }
        return all;
    }

    private static Item.Copy copy(Wish wish) {
        return new Item.Copy(wish.by(), wish.asked().copy());
    }

    private static boolean isFor(Wish wish, GivingOn.Held held) {
        return held.copy().report().terms().purposes().contains(wish.asked().purpose());
    }

    /** A wish of this party's, with the copy it is about as an office finds it, without its texts. */
    public record Own(Wish wish, Item copy) {}

    /** What this party asks and was not answered in time, as far as an office may find its copy; what was asked first first. No act is read for it. */
    public List<Own> late(Officer officer, Instant now) {
        ReadingRoom.enter(); // as above
        var wishes = rows.asked(self(), Cover.others(acts), LOOKED_AT).stream()
                .filter(wish -> wish.isLate(now))
                .toList();
        var copies = givingOn.copies(
                officer, wishes.stream().map(wish -> wish.asked().copy()).toList(), now);
        return each(
                wishes,
                wish -> wish.asked().copy().party(),
                wish -> Optional.ofNullable(copies.get(wish.asked().copy())).map(copy -> new Own(wish, copy)));
    }

    /** What wishes are about, with the texts that an office may see: as many as one page may hold, the shortest first. */
    public Map<ActId, Item> read(Officer officer, Collection<Item> about, Instant now) {
        ReadingRoom.enter();
        return givingOn.read(officer, about, now);
    }

    private Optional<GivingOn.Held> held(Officer officer, Wish wish, Instant now) {
        return givingOn.find(officer, new Item.Copy(wish.by(), wish.asked().copy()), now)
                .filter(held -> isFor(wish, held));
    }

    /** One that is not answered yet; empty if there is none for this office, and then no sooner than where one is hidden (AS-1). */
    public Optional<Listed> find(Officer officer, ActId act, Instant now) {
        var nothing = Nothing.asked();
        var found = rows.wish(act, self())
                .filter(wish -> wish.answer() == null)
                .flatMap(wish -> held(officer, wish, now).map(held -> new Listed(wish, held)));
        if (found.isEmpty()) nothing.await();
        return found;
    }

    /** What the other party would be given by leave: no more than who asks has, and no more than the rules let it have. Empty while none are in force. */
    public Optional<Release> release(Listed listed, Instant now) {
        return givingOn.release(wanted(listed), now);
    }

    private static GivingOn.Wanted wanted(Listed listed) {
        var asked = listed.wish().asked();
        return new GivingOn.Wanted(listed.held(), asked.to(), asked.purpose());
    }

    /** Whether the other party has it already: leave then gives it nothing more. */
    public boolean isHeld(Listed listed) {
        return givingOn.isHeld(listed.held(), listed.wish().asked().to());
    }

    /** Gives leave. @param seen what the officer was shown that the other party would be given */
    public Said<Rule> grant(Officer officer, ActId act, Release seen, Instant now) { // who gives leave to what
        var listed = find(officer, act, now);
        if (listed.isEmpty()) return new Said.Declined<>(Rule.NO_SUCH_WISH);
        if (!(release(listed.get(), now).orElse(null) instanceof Release.Goes))
            return new Said.Declined<>(Rule.RULES_REFUSE);
        var wanted = wanted(listed.get());
        var ready = givingOn.ready(officer.office(), wanted, seen, now);
        if (ready.isEmpty()) return new Said.Declined<>(Rule.LEAVE_MOVED);
        var ref = wanted.held().whole().report().ref();
        var granted = new OnwardText.Granted(act, ref, wanted.to(), wanted.purpose());
        return acts.sayDurably(
                new Answering.Grant(officer.office(), self(), granted, ready.get(), Cover.others(acts)), officer);
    }

    /** Refuses it. Who asked is not told why. */
    public Said<Rule> refuse(Officer officer, ActId act, Wish.Ground ground, Instant now) { // who refuses what
        if (find(officer, act, now).isEmpty()) return new Said.Declined<>(Rule.NO_SUCH_WISH);
        return acts.sayDurably(
                new Answering.Refuse(officer.office(), self(), act, ground, Cover.others(acts)), officer);
    }

    /** Who was given a report of this party's, by whose leave. @param whole as somebody has it open */
    public Tree tree(Item whole) {
        if (!whole.by().equals(self()) || !whole.to().isEmpty()) return new Tree(List.of());
        var direct =
                whole.asked().stream().filter(Asked::given).map(Asked::party).collect(Collectors.toSet());
        return Tree.of(direct, rows.leaves(self(), whole.report().ref(), LEAVES));
    }

    /** At whose wish this party was given a copy that it has; none if its provider chose it itself. */
    public List<Leave> leaves(Item copy) {
        return rows.leaves(copy.by(), copy.report().ref(), LEAVES).stream()
                .filter(leave -> leave.to().equals(self()) && copy.to().contains(self()))
                .toList();
    }
}
