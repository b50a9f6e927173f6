package acorde.web;

import static acorde.web.Samples.at;
import static acorde.web.Samples.consent;

import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import acorde.web.view.ProposalLine;
import acorde.web.view.ProposalLine.Field;
import acorde.web.view.ProposalLine.Standing;
import acorde.web.view.Refusal;
import acorde.web.view.ReleaseView;
import acorde.web.view.ReleaseView.Writing;
import acorde.web.view.RulesView;
import acorde.web.view.RulesView.Fate;
import acorde.web.words.Bilingual;
import acorde.web.words.Difference;
import acorde.web.words.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sample views of rules of release. */
final class SampleRules {
    private static final String TEXT = """
            @id("EV-4B")
            @reason_es("H2: nadie la reenvía sin permiso.")
            @reason_en("H2: nobody gives it on without leave.")
            forbid (principal, action == Action::"deliver", resource)
            when { resource.handling.contains("H2") && context.from != resource.originator };""";

    private static final Bilingual FAULT = new Bilingual(
            "Línea 2: A la regla le falta @reason_es: por qué está, en una línea de hasta 300 caracteres.",
            "Line 2: The rule lacks @reason_es: why it is there, in one line of up to 300 characters.");

    private SampleRules() {}

    private static RulesView.Rule rule(Frame p, String id, Fate fate) {
        var then = fate == Fate.ADDED ? "" : TEXT;
        var now = fate == Fate.DROPPED ? "" : fate == Fate.CHANGED ? TEXT.replace("\"H2\"", "\"H1\"") : TEXT;
        var forbids = p.language() == Language.ES
                ? "Prohíbe. Retiene solo: la fuente."
                : "Forbids. Keeps back only: the source.";
        return new RulesView.Rule(
                id,
                fate,
                Difference.between(then.isEmpty() ? "" : forbids, now.isEmpty() ? "" : forbids),
                reason(then, now, "H2: nadie la reenvía sin permiso.", "H2: nadie la pasa sin permiso."),
                reason(then, now, "H2: nobody gives it on without leave.", "H2: nobody passes it on without leave."),
                Difference.between(then, now),
                fate == Fate.SAME);
    }

    private static List<Difference.Paragraph> reason(
            String then, String now, String before, String after) { // both texts
        return Difference.between(then.isEmpty() ? "" : before, now.isEmpty() ? "" : then.equals(now) ? before : after);
    }

    static RulesView changed(Frame p) {
        return new RulesView(
                true,
                List.of(
                        rule(p, "EV-4A", Fate.SAME),
                        rule(p, "EV-4B", Fate.CHANGED),
                        rule(p, "EV-4D", Fate.ADDED),
                        rule(p, "EJ-2", Fate.DROPPED)),
                new RulesView.Remarks(true, Difference.between("// Entregas", "// Entregas y reenvíos")),
                List.of(),
                TEXT);
    }

    static RulesView unreadable() {
        return new RulesView(true, List.of(), new RulesView.Remarks(false, List.of()), List.of(FAULT), TEXT);
    }

    static ProposalLine line(Frame p) {
        return new ProposalLine(
                "SV/71",
                "release/moc-2019",
                "",
                p.language() == Language.ES ? "Reglas de autorización" : "Rules of release",
                "SV",
                at("2026-11-20T16:58"),
                List.of(Field.DELIVERABLE),
                Standing.OPEN,
                false,
                true,
                consent("...+"));
    }

    static Object announced(Frame p) {
        var whole = new RulesView(
                false,
                List.of(rule(p, "EV-4A", Fate.SAME), rule(p, "EV-4B", Fate.SAME)),
                new RulesView.Remarks(false, Difference.between("// Entregas", "// Entregas")),
                List.of(),
                TEXT);
        return new ReleaseView("ANNOUNCED", 1, whole, List.of(line(p)));
    }

    private static Writing writing(List<Flaw> flaws, @Nullable Refusal refusal, ReleaseView.@Nullable Review review) {
        return new Writing(
                TEXT, "Palabra más llana", "es", "sha256:" + "7f3a".repeat(16), flaws, refusal, review, Samples.NOW);
    }

    static Object written(Frame p) {
        return writing(List.of(), null, null);
    }

    static Object faulty(Frame p) {
        var refusal = new Refusal("TEXT_INCOMPLETE", "HN", Refusal.Stage.BEFORE_SIGNING, List.of(), List.of(FAULT));
        return writing(List.of(new Flaw("note", Flaw.Why.TOO_LONG)), refusal, null);
    }

    static Object review(Frame p) {
        var flaws = List.of(new Flaw("read", Flaw.Why.NOT_READ));
        return writing(flaws, null, new ReleaseView.Review(changed(p), consent("..+.")));
    }
}
