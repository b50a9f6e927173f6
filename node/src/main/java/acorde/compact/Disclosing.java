package acorde.compact;

import acorde.trustlog.Hash;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers of the measures of one initiative, or of one indicator of an area, everybody may know (CT-1). Pure.
 *
 * <p>A number is judged by the text it was given under and by every later one that stood, and the strictest of them counts: that a measure
 * is said to count things from now on makes no things of the persons that were counted before. Nothing is told of a number that was given
 * under a text that never stood.
 *
 * <p>Of things the number is told; of persons, in steps ({@link Disclosure#STEP}); of a share of persons, which may be a few, and of what may be
 * anything, nothing. So each number is judged by itself: in whatever order numbers come, whoever publishes them and however many editions there are, no
 * two that are told tell a third. To withhold the later of two that lie close together would need an order that all nodes agree on, and there
 * is none.
 */
public final class Disclosing {
    private final List<Under> stood;

    /** The measures of a text. @param version that names the text */
    public record Under(
            Hash version,
            @Nullable Indicator indicator,
            @Nullable Indicator suggestion) { // what they are judged by
        public static Under of(Hash version, Initiative text) {
            return new Under(version, text.indicator(), text.suggestion());
        }

        public static Under of(Hash version, AreaIndicator text) {
            return new Under(version, text.measure(), null);
        }

        /** Empty for a text that measures nothing. */
        public static Optional<Under> of(Carried carried) {
            return switch (carried.text()) {
                case Initiative text -> Optional.of(of(carried.version(), text));
                case AreaIndicator text -> Optional.of(of(carried.version(), text));
                default -> Optional.empty();
            };
        }
    }

    private Disclosing(List<Under> stood) {
        this.stood = List.copyOf(stood);
    }

    /** @param earlier the texts that stood, the earliest first; the latest may be among them */
    public static Disclosing of(Stream<Under> earlier, Under latest) {
        var stood = new ArrayList<Under>();
        earlier.filter(each -> !each.version().equals(latest.version())).forEach(stood::add);
        stood.add(latest);
        return new Disclosing(stood);
    }

    /** Of a text with none before it. */
    public static Disclosing of(Under only) {
        return new Disclosing(List.of(only));
    }

    /** Of a figure. @param under the versions it was given and corrected under; an empty one is not known */
    public Disclosure figure(Collection<Optional<Hash>> under, BigDecimal number) {
        var from = under.stream().mapToInt(this::place).min().orElse(-1);
        if (from < 0) return Disclosure.WITHHELD;
        return strictest(said(from, Under::indicator), number);
    }

    /** Whether a text that a figure is judged by does not say what it counts: for that alone nothing is told of it. */
    public boolean isUnsaid(Collection<Optional<Hash>> under) {
        var from = under.stream().mapToInt(this::place).min().orElse(-1);
        return from >= 0 && said(from, Under::indicator).stream().anyMatch(each -> each.counted() == null);
    }

    /** The texts that stood, by what names them. */
    public List<Hash> versions() {
        return stood.stream().map(Under::version).toList();
    }

    /** In what figures are counted that are given under a version; empty if it is not known. */
    public Optional<Bilingual> unit(@Nullable Hash version) {
        var place = place(Optional.ofNullable(version));
        return Optional.ofNullable(place < 0 ? null : stood.get(place).indicator())
                .map(Indicator::unit);
    }

    private int place(Optional<Hash> version) {
        return IntStream.range(0, stood.size())
                .filter(at -> version.filter(stood.get(at).version()::equals).isPresent())
                .findFirst()
                .orElse(-1);
    }

    /** Of the baseline of the latest text; empty if it has none. */
    public Optional<Disclosure> baseline() {
        return baseline(stood.size() - 1, Under::indicator);
    }

    /** Of the baseline of the measure that the latest text suggests; empty if it has none. */
    public Optional<Disclosure> suggestedBaseline() {
        return baseline(stood.size() - 1, Under::suggestion);
    }

    /**
     * Whether the hash of the latest text tells what is withheld of it, or of one before it: of the hash and all but one small number of what
     * it is the hash of, the number is found by trying, and each text has the hash of the one before.
     */
    public boolean hashTells() {
        return IntStream.range(0, stood.size())
                .mapToObj(at -> Stream.of(baseline(at, Under::indicator), baseline(at, Under::suggestion)))
                .flatMap(Function.identity())
                .flatMap(Optional::stream)
                .anyMatch(disclosure -> !(disclosure instanceof Disclosure.Exact));
    }

    /**
     * Judged like a figure, and by each earlier text that gave one, agreed or suggested, of the same day or of none: to say it again under
     * another name unsays nothing. Numbers are not compared, or what is withheld would show in what is not.
     */
    private Optional<Disclosure> baseline(int at, Measure measure) {
        var own = measure.of(stood.get(at));
        var number = own == null ? null : own.baseline();
        if (own == null || number == null) return Optional.empty();
        var day = own.baselineAt();
        var judges = new ArrayList<>(said(at, measure));
        stood.subList(0, at).stream()
                .flatMap(earlier -> Stream.of(earlier.indicator(), earlier.suggestion()))
                .filter(Objects::nonNull)
                .filter(before -> before.baseline() != null)
                .filter(before -> day == null || before.baselineAt() == null || day.equals(before.baselineAt()))
                .forEach(judges::add);
        return Optional.of(strictest(judges, number));
    }

    private interface Measure {
        @Nullable
        Indicator of(Under text);
    }

    /** What the texts from a place on say, those that say nothing left out. */
    private List<Indicator> said(int from, Measure measure) {
        return stood.subList(from, stood.size()).stream()
                .flatMap(text -> Stream.ofNullable(measure.of(text)))
                .toList();
    }

    private static Disclosure strictest(List<Indicator> judges, BigDecimal number) {
        if (judges.isEmpty()) return Disclosure.WITHHELD;
        if (judges.stream().allMatch(Indicator::isOfThings)) return new Disclosure.Exact(number);
        return judges.stream().allMatch(each -> each.isOfThings() || each.countsPersons())
                ? Disclosure.ofPersons(number)
                : Disclosure.WITHHELD;
    }
}
