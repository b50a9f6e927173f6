package acorde.publication;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.compact.Proposal;
import acorde.compact.PublicationTerms;
import acorde.compact.Word;
import acorde.trust.PartyCode;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which acts everybody may know; spec/publication.md. What it does not allow is denied.
 *
 * @param parties all parties of the compact: what one of them may not read, nobody else may
 * @param talks whether the parties agreed to show proposals that wait or were refused
 * @param reports whether they agreed to show what they report to each other
 * @param complete whether every required party assented to a proposal
 */
record Visibility(SortedSet<PartyCode> parties, boolean talks, boolean reports, Predicate<ActId> complete) {
    Visibility {
        parties = Collections.unmodifiableSortedSet(new TreeSet<>(parties));
    }

    /** As the terms in force have it; without terms, neither talks nor reports. */
    static Visibility of(SortedSet<PartyCode> parties, @Nullable PublicationTerms terms, Predicate<ActId> complete) {
        return new Visibility(parties, terms != null && terms.talks(), terms != null && terms.reports(), complete);
    }

    /** May everybody know this act? Pure; no by default. */
    boolean visibleToPublic(Act act) {
        if (!toAll(act)) return false;
        return switch (act.kind()) {
            case "compact.chartered", "compact.announced" -> true;
            case "compact.proposed" -> shows(act.id());
            case "compact.assented", "compact.refused", "compact.withdrawal-asked" -> showsWordOf(act);
            default -> isMarked(act) || (reports && act.kind().startsWith("monitoring."));
        };
    }

    /** Whether a proposal, with the words said to it, is shown. */
    boolean shows(ActId proposal) {
        return talks || complete.test(proposal);
    }

    private boolean showsWordOf(Act act) {
        var proposal = act.body().path("proposal");
        try {
            return proposal.isString() && shows(ActId.parse(proposal.stringValue()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Its author says in the act itself that it is for everybody; of the compact's own acts none can. */
    private static boolean isMarked(Act act) {
        return !act.kind().startsWith("compact.")
                && act.body().path("public").isBoolean()
                && act.body().path("public").booleanValue();
    }

    private boolean toAll(Act act) {
        for (var party : parties) if (!party.equals(act.by()) && !act.to().contains(party)) return false;
        return parties.contains(act.by());
    }

    /** Whether every required party assented. */
    static boolean isComplete(Proposal proposal) {
        return proposal.required().stream().allMatch(party -> proposal.words().get(party) instanceof Word.Assent);
    }
}
