package acorde.monitoring;

import acorde.acts.ActId;
import acorde.compact.Disclosing;
import acorde.compact.Disclosure;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One figure of an indicator: as it was first said, and every correction beside it (CO-7).
 *
 * @param said the figure in the first report of its party that gives one for that day
 * @param corrected the corrections in the order of its party's log, at most {@link #MOST}
 */
public record Point(Figure said, List<Figure> corrected) {
    /** Corrections of one figure: a number that changes more often is none. */
    public static final int MOST = 16;

    /**
     * Days of one party on one initiative that are read, the latest: a figure a week for nearly twenty years. So nobody's
     * figures fill the memory of another's node.
     */
    public static final int DAYS = 1_000;

    /** The first day of which a figure may be: long before any compact that is followed here. */
    public static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    /**
     * The last. So one party has at most 36,525 figures on one initiative, told from each act alone: what counted how many there are already
     * would depend on the order in which acts come.
     */
    public static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    public Point {
        corrected = List.copyOf(corrected);
    }

    /** Names a figure: who gives it, of which day. */
    public record Key(String initiative, PartyCode party, LocalDate at) {}

    /**
     * A number and the act that gives it.
     *
     * @param under the version of the text that the report is on which gives it, or gave what this corrects; null in a row that was kept before
     *     rows had it
     */
    public record Figure(
            ActId act, BigDecimal number, @Nullable Hash under) {} // what counts, who says so, of what

    /** Whether a figure may be of a day. */
    public static boolean isOf(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** What counts today: the last correction, else what was said. */
    public Figure counts() {
        return corrected.isEmpty() ? said : corrected.getLast();
    }

    /** What of it was given under texts that stood; empty if what was said was not. */
    Optional<Point> under(Disclosing texts) {
        var stood = corrected.stream()
                .filter(figure -> texts.unit(figure.under()).isPresent())
                .toList();
        return texts.unit(said.under()).map(unit -> new Point(said, stood));
    }

    /** What everybody may know of what counts today (CT-1). */
    public Disclosure counts(Disclosing disclosing) {
        return disclosing.figure(under(), counts().number());
    }

    /** The same of what was said first. */
    public Disclosure said(Disclosing disclosing) {
        return disclosing.figure(under(), said.number());
    }

    /** Whether nothing is told of it because a text does not say what it counts. */
    public boolean isUnsaid(Disclosing disclosing) {
        return disclosing.isUnsaid(under());
    }

    /** The versions of the texts it was given and corrected under; empty for one that is not known. */
    private List<Optional<Hash>> under() {
        return Stream.concat(Stream.of(said), corrected.stream())
                .map(figure -> Optional.ofNullable(figure.under()))
                .distinct()
                .toList();
    }

    Point with(Figure first) {
        return first.act().index() < said.act().index() ? new Point(first, corrected) : this;
    }

    /** With a correction more, even if that is one too many. */
    Point corrected(Figure correction) {
        var all = new ArrayList<>(corrected);
        all.add(correction);
        all.sort(Comparator.comparing(Figure::act));
        return new Point(said, all);
    }

    /** Without the last. */
    Point cut() {
        return new Point(said, corrected.subList(0, MOST));
    }
}
