package acorde.web.view;

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
 * @param voices who said what to the open proposal, or to the version in force; empty when nobody ever did
 * @param proposals every proposal on it, newest first
 * @param past what sources tell, oldest first
 * @param changes the acts on it, oldest first
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
        List<ProposalView.Voice> voices,
        List<ProposalLine> proposals,
        List<Past> past,
        List<Change> changes,
        List<Source> sources) {

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
