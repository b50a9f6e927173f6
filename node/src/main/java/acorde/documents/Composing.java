package acorde.documents;

import acorde.acts.ActId;
import acorde.compact.ItemKey;
import acorde.compact.Stood;
import acorde.documents.Standing.Promise;
import acorde.monitoring.Account;
import acorde.monitoring.AreaFigures;
import acorde.monitoring.Light;
import acorde.monitoring.Light.Colour;
import acorde.monitoring.Light.Why;
import acorde.monitoring.Report;
import acorde.monitoring.Rung;
import acorde.monitoring.Sums.Unit;
import acorde.monitoring.Watched;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Composes a paper: a function of how the compact stands, so that two nodes that heard the same compose the same. */
final class Composing {
    /** Lines under one heading: a brief is one page, and what a paper leaves out it counts. */
    private static final int OF_BRIEF = 3;

    private static final int OF_AREA = 25;
    private static final int OF_GROUP = 20;

    /** Decisions of a communiqué, whose words stand on it in both languages. */
    private static final int OF_COMMUNIQUE = 15;

    private static final List<Figure.Name> BRIEF = List.of(
            Figure.Name.PROMISED,
            Figure.Name.DATED,
            Figure.Name.DONE,
            Figure.Name.LATE,
            Figure.Name.LATE_OTHERS,
            Figure.Name.DISPUTED,
            Figure.Name.RAISED,
            Figure.Name.TO_DECIDE);
    private static final List<Figure.Name> AREA = List.of(
            Figure.Name.PROMISED,
            Figure.Name.DATED,
            Figure.Name.DONE,
            Figure.Name.ON_TRACK,
            Figure.Name.AT_RISK,
            Figure.Name.LATE,
            Figure.Name.BLOCKED,
            Figure.Name.DISPUTED,
            Figure.Name.RAISED,
            Figure.Name.TO_DECIDE,
            Figure.Name.ADDED,
            Figure.Name.APART,
            Figure.Name.MISSING);
    private static final List<Figure.Name> GROUP = List.of(
            Figure.Name.MEETINGS,
            Figure.Name.QUORATE,
            Figure.Name.DECISIONS,
            Figure.Name.UNDECIDED,
            Figure.Name.ACTIONS,
            Figure.Name.ACTIONS_OPEN,
            Figure.Name.ACTIONS_DONE,
            Figure.Name.ACTIONS_LATE,
            Figure.Name.PROMISED,
            Figure.Name.DONE,
            Figure.Name.LATE,
            Figure.Name.BLOCKED,
            Figure.Name.DISPUTED);
    private static final List<Figure.Name> COMMUNIQUE =
            List.of(Figure.Name.ATTENDED, Figure.Name.DECISIONS, Figure.Name.ACTIONS);

    private static final Comparator<Entry> OLDEST_FIRST =
            Comparator.comparing(Entry::day).thenComparing(Entry::item);

    private final Scope scope;
    private final Standing standing;
    private final Lateness lateness;
    private final List<Promise> own;

    /** On a brief: those in which its party takes part, what it owes among them. */
    private final List<Promise> around;

    /** Codes of the initiatives whose values are in the sums. */
    private final Set<String> added;

    private Composing(Scope scope, Standing standing) {
        this.scope = scope;
        this.standing = standing;
        this.lateness = new Lateness(scope);
        this.own = standing.promises().stream().filter(this::concerns).toList();
        this.around = scope.kind() == Scope.Kind.BRIEF
                ? standing.promises().stream().filter(this::takesPart).toList()
                : List.of();
        this.added = behind().flatMap(each -> each.getValue().codes().stream()).collect(Collectors.toSet());
    }

    static Paper compose(Scope scope, Standing standing) {
        var composing = new Composing(scope, standing);
        var names = switch (scope.kind()) {
            case BRIEF -> BRIEF;
            case AREA -> AREA;
            case GROUP -> GROUP;
            case COMMUNIQUE -> COMMUNIQUE;
        };
        var figures = names.stream().map(composing::figure).toList();
        return new Paper(scope, standing.day(), figures, composing.sums(), composing.entries());
    }

    /** What a paper counts as late, of how the compact stands for a party: on a brief where that one's own delays are counted. */
    static List<Watched> late(Scope scope, Standing standing, PartyCode reader) {
        var composing = new Composing(scope, standing);
        var others = scope.kind() == Scope.Kind.BRIEF && !composing.party().equals(reader);
        var counted = others
                ? composing.around.stream().filter(composing.lateness::isOfOthers)
                : composing.own.stream().filter(composing.lateness::isOwn);
        return counted.map(Promise::watched).toList();
    }

    private boolean concerns(Promise promise) {
        var agreed = promise.watched().agreed();
        return switch (scope.kind()) {
            case BRIEF -> agreed.obliged().contains(party());
            case AREA -> agreed.area().equals(scope.of());
            case GROUP -> doings().monitors(agreed.code(), agreed.area());
            case COMMUNIQUE -> false;
        };
    }

    private boolean takesPart(Promise promise) {
        return promise.watched().agreed().parties().contains(party());
    }

    private Doings doings() {
        return standing.doings().orElseThrow();
    }

    private PartyCode party() {
        return new PartyCode(scope.of());
    }

    private Figure figure(Figure.Name name) {
        return switch (name) {
            case PROMISED -> count(name, promise -> true, Composing::texts);
            case DATED -> count(name, promise -> !promise.watched().agreed().undated(), Composing::texts);
            case DONE -> count(name, shown(Colour.DONE), Composing::reports);
            case ON_TRACK -> count(name, shown(Colour.ON_TRACK), Composing::texts);
            case AT_RISK -> count(name, shown(Colour.AT_RISK), Composing::texts);
            case LATE -> count(name, lateness::isOwn, Composing::texts);
            case LATE_OTHERS -> count(name, around, lateness::isOfOthers, Composing::texts);
            case BLOCKED -> count(name, shown(Colour.BLOCKED), Composing::reports);
            case DISPUTED -> count(name, promise -> !disputes(promise).isEmpty(), this::disputingActs);
            case RAISED -> count(name, this::raised, Composing::texts);
            case TO_DECIDE -> {
                var open = open().toList();
                yield new Figure(
                        name,
                        open.size(),
                        open.stream().map(each -> each.proposal().act()).toList());
            }
            case ADDED -> count(name, this::isAdded, Composing::texts);
            case APART -> count(name, promise -> isMeasured(promise) && !isAdded(promise), Composing::texts);
            case MISSING ->
                new Figure(
                        name,
                        standing.measured().map(AreaFigures::missing).orElse(0),
                        own.stream()
                                .filter(Composing::isMeasured)
                                .flatMap(promise -> texts(promise).stream())
                                .toList());
            case MEETINGS, QUORATE, ATTENDED, DECISIONS, UNDECIDED, ACTIONS, ACTIONS_OPEN, ACTIONS_DONE, ACTIONS_LATE ->
                doings().figure(name, standing.day());
        };
    }

    private static boolean isMeasured(Promise promise) {
        return promise.watched().agreed().indicator() != null;
    }

    private boolean isAdded(Promise promise) {
        return added.contains(promise.watched().agreed().code());
    }

    /** What is added up on the paper, by its unit. */
    private Stream<Map.Entry<Unit, AreaFigures.Behind>> behind() {
        return standing.measured().map(AreaFigures::behind).orElse(Collections.emptySortedMap()).entrySet().stream()
                .filter(each -> Sum.fits(each.getKey()))
                .limit(Paper.MOST_SUMS);
    }

    private List<Sum> sums() {
        return behind().map(each -> sum(standing.measured().orElseThrow(), each.getKey(), each.getValue()))
                .toList();
    }

    private Sum sum(AreaFigures measured, Unit unit, AreaFigures.Behind behind) {
        var texts = own.stream()
                .filter(promise ->
                        behind.codes().contains(promise.watched().agreed().code()))
                .flatMap(promise -> texts(promise).stream());
        return new Sum(
                unit,
                measured.baseline().byUnit().get(unit),
                measured.target().byUnit().get(unit),
                measured.actual().byUnit().get(unit),
                Stream.concat(texts, behind.values().stream()).toList());
    }

    private Figure count(Figure.Name name, Predicate<Promise> counts, Function<Promise, List<ActId>> behind) {
        return count(name, own, counts, behind);
    }

    private static Figure count( // of which, those of which it holds
            Figure.Name name, List<Promise> of, Predicate<Promise> counts, Function<Promise, List<ActId>> behind) {
        var counted = of.stream().filter(counts).toList();
        return new Figure(
                name,
                counted.size(),
                counted.stream().map(behind).flatMap(Collection::stream).toList());
    }

    private static Predicate<Promise> shown(Colour colour) {
        return promise -> promise.watched().light().colour() == colour;
    }

    private static List<ActId> texts(Promise promise) {
        return promise.text() == null ? List.of() : List.of(promise.text());
    }

    /** The accounts that count. */
    private static List<ActId> reports(Promise promise) {
        var accounts = promise.watched().facts().accounts();
        return promise.watched().agreed().obliged().stream()
                .flatMap(party -> Optional.ofNullable(accounts.get(party)).stream())
                .map(account -> account.latest().act())
                .toList();
    }

    /** Disputes of what the party reports, or of what any party that owes it does, the oldest first. */
    private List<Account.Word> disputes(Promise promise) {
        return promise.watched().facts().accounts().entrySet().stream()
                .filter(each -> promise.watched().agreed().obliged().contains(each.getKey()))
                .filter(each ->
                        scope.kind() != Scope.Kind.BRIEF || each.getKey().equals(party()))
                .flatMap(each -> each.getValue().words().values().stream())
                .filter(word -> !word.confirms())
                .sorted(Comparator.comparing(
                                (Account.Word word) -> word.spoken().at())
                        .thenComparing(word -> word.spoken().act()))
                .toList();
    }

    private List<ActId> disputingActs(Promise promise) {
        return disputes(promise).stream().map(word -> word.spoken().act()).toList();
    }

    /** Whether word has gone up to the minister: to that of the party, or to any. */
    private boolean raised(Promise promise) {
        return climbToMinister(promise).isPresent();
    }

    private Optional<Light.Climb> climbToMinister(Promise promise) {
        return promise.watched().light().climbs().stream()
                .filter(climb -> climb.rung().compareTo(Rung.MINISTER) >= 0)
                .filter(climb ->
                        scope.kind() != Scope.Kind.BRIEF || climb.party().equals(party()))
                .findFirst();
    }

    /** The proposals that wait for the party's word, or for anybody's in the area; the oldest first. */
    private Stream<Stood> open() {
        return standing.open().stream()
                .filter(each -> switch (scope.kind()) {
                    case BRIEF -> each.proposal().silent().contains(party());
                    case AREA -> isOfArea(each.key().item());
                    case GROUP, COMMUNIQUE -> false;
                })
                .sorted(Comparator.comparing((Stood each) -> each.proposal().at())
                        .thenComparing(each -> each.proposal().act()));
    }

    private boolean isOfArea(ItemKey item) {
        return switch (item.kind()) {
            case INITIATIVE ->
                own.stream()
                        .anyMatch(promise -> promise.watched().agreed().code().equals(item.code()));
            case AREA -> item.code().equals(scope.of());
            default -> false;
        };
    }

    private List<Entry> entries() {
        return switch (scope.kind()) {
            case BRIEF ->
                all(
                        some(lateness::own, OF_BRIEF),
                        some(around, lateness::ofOthers, OF_BRIEF),
                        some(this::disputed, OF_BRIEF),
                        some(this::climbed, OF_BRIEF),
                        open().limit(OF_BRIEF).map(Composing::toDecide));
            case AREA ->
                all(
                        some(lateness::own, OF_AREA),
                        some(this::disputed, OF_AREA),
                        some(Composing::blocked, OF_AREA),
                        open().limit(OF_AREA).map(Composing::toDecide));
            case GROUP ->
                all(
                        doings().meetings(OF_GROUP),
                        doings().decisions(OF_GROUP),
                        doings().late(standing.day(), OF_GROUP),
                        some(lateness::own, OF_GROUP));
            case COMMUNIQUE -> doings().decisions(OF_COMMUNIQUE).toList();
        };
    }

    @SafeVarargs
    private static List<Entry> all(Stream<Entry>... parts) {
        return Stream.of(parts).flatMap(part -> part).toList();
    }

    private Stream<Entry> some(Function<Promise, Optional<Entry>> line, int most) {
        return some(own, line, most);
    }

    private static Stream<Entry> some(List<Promise> of, Function<Promise, Optional<Entry>> line, int most) {
        return of.stream()
                .flatMap(promise -> line.apply(promise).stream())
                .sorted(OLDEST_FIRST)
                .limit(most);
    }

    private Optional<Entry> disputed(Promise promise) {
        return disputes(promise).stream()
                .findFirst()
                .map(word -> new Entry(
                        Entry.Why.DISPUTED,
                        item(promise),
                        word.spoken().act().party(),
                        day(word.spoken().at()),
                        promise.text(),
                        word.spoken().act()));
    }

    private Optional<Entry> climbed(Promise promise) {
        return climbToMinister(promise).map(climb -> line(Entry.Why.RAISED, promise, climb.party(), climb.from()));
    }

    private static Optional<Entry> blocked(Promise promise) {
        if (!(promise.watched().light().why() instanceof Why.Blocked(var party, var report))) return Optional.empty();
        return Optional.ofNullable(promise.watched().facts().accounts().get(party))
                .map(Account::latest)
                .filter(latest -> latest.state() == Report.State.BLOCKED)
                .map(latest -> new Entry(
                        Entry.Why.BLOCKED,
                        item(promise),
                        party,
                        day(latest.spoken().at()),
                        promise.text(),
                        report));
    }

    static Entry line(Entry.Why why, Promise promise, PartyCode party, LocalDate day) {
        return new Entry(why, item(promise), party, day, promise.text(), null);
    }

    private static Entry toDecide(Stood stood) {
        var proposal = stood.proposal();
        return new Entry(
                Entry.Why.TO_DECIDE,
                stood.key().item(),
                proposal.proposer(),
                day(proposal.at()),
                proposal.act(),
                proposal.act());
    }

    private static ItemKey item(Promise promise) {
        return ItemKey.initiative(promise.watched().agreed().code());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
