package acorde.web.press;

import acorde.compact.Disclosure;
import acorde.web.view.Chord;
import acorde.web.view.CompactView;
import acorde.web.view.InitiativeLine;
import acorde.web.view.InitiativeText;
import acorde.web.view.InitiativeView;
import acorde.web.view.ProposalLine;
import acorde.web.view.PublicReports;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One promise: what it says, who owes it, by when, what sources claim, who said what to which proposal, what was changed here.
 *
 * @param told what became of it, as far as everybody may know
 * @param reported what else sources tell, which nobody agreed on
 * @param guards restrictions and safeguards
 * @param version the hash that names the text; empty if something of the text is withheld
 * @param withheld the members of the text that are not told as they are, each with what is told of it
 * @param act that carries it
 */
public record PromiseView(
        Leaf leaf,
        InitiativeLine line,
        PublicReports told,
        String areaName,
        InitiativeText text,
        List<String> partners,
        InitiativeView.Reported reported,
        List<CompactView.Claim> claims,
        List<String> guards,
        List<InitiativeView.Past> past,
        List<TalkView> talks,
        int moreTalks,
        List<InitiativeView.Source> sources,
        List<ChangeLine> changes,
        String version,
        SortedMap<String, Disclosure> withheld,
        String act)
        implements Folio {

    /** Whether both texts were agreed, and therefore both stand as authentic. */
    public boolean authentic() {
        return line.agreement() == InitiativeLine.Agreement.CONSENTED || line.version() > 1;
    }

    /** What is told of a member that is withheld; null if none is, or it is told as it is. */
    public @Nullable Disclosure withheld(String member) {
        return withheld.get(member);
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

    /** How a party stands to a proposal. */
    public enum Said {
        PROPOSED,
        ASSENTED,
        RESERVED,
        REFUSED,
        NOT_YET
    }
}
