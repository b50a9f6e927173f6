package acorde.web.view;

import acorde.web.words.Bilingual;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One initiative: what was promised, by whom, by when, measured how; what sources say; who consented; the history.
 *
 * @param areaName in the reader's language
 * @param text the version in force, or the announced one
 * @param act the act by which that version stands
 * @param since when it came to stand
 * @param partners parties that take part without owing it
 * @param reported what else sources tell, which nobody agreed on
 * @param voices who said what to the open proposal, or to the version in force; empty when nobody ever did
 * @param proposals every proposal on it, newest first
 * @param past what sources tell, oldest first
 * @param changes the acts on it, oldest first
 * @param progress what became of it
 * @param decisions what groups decided about it
 */
public record InitiativeView(
        InitiativeLine line,
        String areaName,
        InitiativeText text,
        String act,
        Instant since,
        List<String> partners,
        List<CompactView.Claim> claims,
        List<String> guards,
        Reported reported,
        List<ProposalView.Voice> voices,
        List<ProposalLine> proposals,
        List<Past> past,
        List<Change> changes,
        List<Source> sources,
        @Nullable ProgressView progress,
        GroupDecision.Some decisions) { // what the page of an initiative shows
    /** Acts of reporting, confirming, disputing and the like that a history shows. */
    public static final int SAID = 50;

    /** Whether there may have been more of them. */
    public boolean cut() {
        return changes.stream().filter(Change::isProgress).count() == SAID;
    }

    /** One that is not followed. */
    public InitiativeView( // as above
            InitiativeLine line,
            String areaName,
            InitiativeText text,
            String act,
            Instant since,
            List<String> partners,
            List<CompactView.Claim> claims,
            List<String> guards,
            Reported reported,
            List<ProposalView.Voice> voices,
            List<ProposalLine> proposals,
            List<Past> past,
            List<Change> changes,
            List<Source> sources) {
        this(
                line,
                areaName,
                text,
                act,
                since,
                partners,
                claims,
                guards,
                reported,
                voices,
                proposals,
                past,
                changes,
                sources,
                null,
                GroupDecision.Some.NONE);
    }

    /**
     * What sources tell beside the promise itself.
     *
     * @param suggestion a measure of ours that nobody agreed on
     * @param told results, breaches and remarks, each in the reader's language
     */
    public record Reported(List<Number> numbers, InitiativeText.@Nullable Indicator suggestion, List<Told> told) {
        public static final Reported NOTHING = new Reported(List.of(), null, List.of());

        public Reported {
            numbers = List.copyOf(numbers);
            told = List.copyOf(told);
        }
    }

    /**
     * A number that a party gave.
     *
     * @param promised whether the party promised it; else it says that it reached it
     * @param unit empty where what it counts says it
     */
    public record Number(String by, boolean promised, BigDecimal value, Bilingual unit, String what) {}

    /** @param source where it comes from; absent where the text names none */
    public record Told(Matter matter, String text, @Nullable Source source) {
        /** What it is about. */
        public enum Matter {
            RESULT,
            BREACH,
            NOTE
        }
    }

    /** @param date as precise as the source is */
    public record Past(String date, String text, List<Source> sources) {
        public Past {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Where a statement comes from.
     *
     * @param title in its own language; empty where it is not known, as is what follows
     * @param published as precise as it is known
     * @param evidence how good it is; absent where it is not known
     */
    public record Source(
            String code,
            String url,
            String title,
            String publisher,
            String published,
            @Nullable Evidence evidence) { // what a citation has

        /** The words that lead there. */
        public String name() {
            return Stream.of(title, publisher, code)
                    .filter(word -> !word.isEmpty())
                    .findFirst()
                    .orElse(url);
        }
    }

    /** A government's page, or a news report. */
    public enum Evidence {
        OFFICIAL,
        PRESS
    }

    /** Whether both texts have been agreed, and therefore both stand as authentic. */
    public boolean authentic() {
        return line.agreement() == InitiativeLine.Agreement.CONSENTED || line.version() > 1;
    }

    public @Nullable ProposalLine open() {
        return proposals.stream()
                .filter(proposal -> proposal.standing() == ProposalLine.Standing.OPEN)
                .findFirst()
                .orElse(null);
    }
}
