package acorde.web.press;

import acorde.monitoring.Report;
import acorde.monitoring.Saying;
import acorde.web.view.Chord;
import acorde.web.view.CompactView;
import acorde.web.view.InitiativeLine;
import acorde.web.view.InitiativeText;
import acorde.web.view.InitiativeView;
import acorde.web.view.ProgressView;
import acorde.web.view.ProposalLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One promise: what it says, who owes it, by when, what sources claim, who said what to which proposal, what was changed here.
 *
 * @param told what each party that owes it reports, those that never did among them; empty if no reports are public
 * @param observed what observers hold of it
 * @param reported what else sources tell, which nobody agreed on
 * @param guards restrictions and safeguards
 * @param version the hash that names the text
 * @param act that carries it
 */
public record PromiseView(
        Leaf leaf,
        InitiativeLine line,
        List<Told> told,
        List<Observed> observed,
        String areaName,
        InitiativeText text,
        List<String> partners,
        InitiativeView.Reported reported,
        List<CompactView.Claim> claims,
        List<String> guards,
        List<InitiativeView.Past> past,
        List<TalkView> talks,
        List<InitiativeView.Source> sources,
        List<ChangeLine> changes,
        String version,
        String act)
        implements Sheet {

    /** Whether both texts were agreed, and therefore both stand as authentic. */
    public boolean authentic() {
        return line.agreement() == InitiativeLine.Agreement.CONSENTED || line.version() > 1;
    }

    /** A proposal with the words said to it. @param why may be empty */
    public record TalkView(
            String act,
            String by,
            Instant at,
            ProposalLine.Standing standing,
            String why,
            Chord chord,
            List<WordView> words) {}

    /** What one party said. @param quote its reservation or its reason; may be empty */
    public record WordView(
            String party, Said said, @Nullable Instant at, String quote, String act) {}

    /**
     * What a party reports of itself, and what the others say to that.
     *
     * @param state null if it never reported
     * @param on the day it was done
     */
    public record Told(
            String party,
            Report.@Nullable State state,
            @Nullable LocalDate on,
            @Nullable Instant at,
            String act,
            List<ProgressView.Evidence> evidence,
            List<ProgressView.Word> words) {}

    /** What an observer holds of the work. */
    public record Observed(String party, Saying.Level level, Instant at, String act) {} // an assessment

    /** How a party stands to a proposal. */
    public enum Said {
        PROPOSED,
        ASSENTED,
        RESERVED,
        REFUSED,
        NOT_YET
    }
}
