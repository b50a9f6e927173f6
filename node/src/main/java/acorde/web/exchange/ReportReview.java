package acorde.web.exchange;

import acorde.exchange.Persons;
import acorde.exchange.Release;
import acorde.exchange.Report;
import acorde.exchange.Turn;
import acorde.files.Attachment;
import acorde.policy.Country;
import acorde.policy.Decision;
import acorde.policy.Field;
import acorde.policy.Reason;
import acorde.web.view.Flaw;
import acorde.web.view.Flawed;
import acorde.web.view.Refusal;
import acorde.web.words.Bilingual;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What would be sent, and to whom; nothing is signed yet.
 *
 * @param rules whether rules of release are in force
 * @param files that go with it
 * @param draft which of its writer's it is
 * @param seal names exactly what is shown here
 * @param turn what makes it a request or an answer; null if it is neither
 */
public record ReportReview(
        ReportSheet sheet,
        boolean rules,
        List<Verdict> verdicts,
        List<Attachment> files,
        String draft,
        String seal,
        @Nullable TurnView turn,
        List<Flaw> flaws,
        @Nullable Refusal refusal)
        implements Flawed {
    /**
     * What one party would be given.
     *
     * @param without the fields kept back, as rules name them
     * @param named whether it is given who a person is
     * @param banned whether its writer named its country among those it must never reach, or some country while its own is not known
     * @param lacking the fields of the form without which rules let nothing go; told of who is given nothing
     */
    public record Verdict(
            String party,
            Release.How how,
            List<String> without,
            List<Because> because,
            boolean named,
            boolean banned,
            List<String> lacking) { // what is told of a party
        public Verdict {
            without = List.copyOf(without);
            because = List.copyOf(because);
            lacking = List.copyOf(lacking);
        }

        static Verdict of(Release release, Report report) {
            var how = release.how(report);
            var never = report.persons().never();
            return new Verdict(
                    release.to().value(),
                    how,
                    release.without(report).stream().map(Enum::name).toList(),
                    Because.of(release),
                    release instanceof Release.Goes goes && goes.copy().fields().contains(Field.IDENTITY),
                    Country.of(release.to()).map(never::contains).orElse(!never.isEmpty()),
                    how == Release.How.NONE ? lacking(report) : List.of());
        }

        private static List<String> lacking(Report report) {
            var marking = report.marking();
            var terms = report.terms();
            var persons = report.persons();
            var graded = report.turn() instanceof Turn.Tells || report.turn() instanceof Turn.Answers;
            var lacking = new ArrayList<String>();
            if (graded && marking.evaluation() == null) lacking.add("source-grade");
            if (marking.tlp() == null) lacking.add("tlp");
            if (marking.handling().isEmpty()) lacking.add("handling");
            if (terms.purposes().isEmpty()) lacking.add("purposes");
            if (!terms.lawful()) lacking.add("basis");
            if (!persons.flags().isEmpty() && terms.span().reviewOn() == null) lacking.add("review");
            if (persons.flags().contains(Persons.Flag.PROTECTION)
                    && persons.never().isEmpty()) lacking.add("never");
            return lacking;
        }
    }

    /** A rule that decided, and why it is there. @param keeps the fields it keeps back of what is given; none if it speaks of the whole */
    public record Because(String rule, Bilingual reason, List<String> keeps) {
        public Because {
            keeps = List.copyOf(keeps);
        }

        static List<Because> of(Collection<Reason> reasons) {
            return reasons.stream().map(reason -> of(reason, List.of())).toList();
        }

        /** What gives it stands before what keeps a part of it back. */
        private static List<Because> of(Release release) {
            if (!(release instanceof Release.Goes goes)
                    || !(goes.decision() instanceof Decision.ReleasedWithout(var keptBack, var grounds)))
                return of(release.reasons());
            var keeping = new TreeMap<Reason, List<String>>();
            keptBack.forEach((field, reasons) -> reasons.forEach(reason ->
                    keeping.computeIfAbsent(reason, _ -> new ArrayList<>()).add(field.name())));
            var all = new ArrayList<>(of(grounds));
            keeping.forEach((reason, fields) -> all.add(of(reason, fields)));
            return all;
        }

        /** A rule by its id. @param reason empty if none in force has it any more */
        static Because of(String rule, Optional<Reason> reason) {
            return reason.map(known -> of(known, List.of()))
                    .orElseGet(() -> new Because(rule, new Bilingual(gone(Language.ES), gone(Language.EN)), List.of()));
        }

        private static String gone(Language language) {
            return Words.in(language).say("exchange.rule.gone");
        }

        private static Because of(Reason reason, List<String> keeps) {
            return new Because(
                    reason.rule(),
                    new Bilingual(reason.text().es(), reason.text().en()),
                    keeps);
        }
    }

    public ReportReview {
        verdicts = List.copyOf(verdicts);
        files = List.copyOf(files);
        flaws = List.copyOf(flaws);
    }

    /** Whether it asks. */
    public boolean asks() {
        return turn != null && turn.answers().isEmpty();
    }

    /** How many parties would be given it. */
    public int given() {
        return (int)
                verdicts.stream().filter(one -> one.how() != Release.How.NONE).count();
    }
}
