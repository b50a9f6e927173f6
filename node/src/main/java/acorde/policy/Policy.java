package acorde.policy;

import acorde.policy.Decision.Refused;
import acorde.policy.Decision.Released;
import acorde.policy.Decision.ReleasedWithout;
import java.util.TreeSet;

/** Whether somebody may have something, and why: the one function that every way out of a node asks. */
public final class Policy {
    private Policy() {}

    /**
     * Decides. A function of its arguments alone, so that sender and receiver come to the same.
     *
     * <p>The safeguards of the core are asked first and whatever the annex says; both can only take away from what the annex permits. Both
     * are always asked in full, so that how long an answer takes does not tell which of them refused.
     *
     * @param annex the rules of release in force between the parties
     */
    public static Decision decide(Annex annex, Question question) {
        var objections = Safeguard.against(question);
        var grounds = annex.weigh(question, objections);
        if (!objections.whole().isEmpty()) return new Refused(objections.whole());
        var fields = question.facts().content().fields();
        var keptBack = objections.among(fields);
        if (keptBack.isEmpty()) return new Released(grounds);
        if (!keptBack.keySet().containsAll(fields)) return new ReleasedWithout(keptBack, grounds);
        // Nothing would be left of it but that it exists.
        var reasons = new TreeSet<Reason>();
        keptBack.values().forEach(reasons::addAll);
        return new Refused(reasons);
    }
}
