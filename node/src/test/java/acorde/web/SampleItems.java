package acorde.web;

import static acorde.web.Samples.consent;

import acorde.web.view.Document;
import acorde.web.view.Frame;
import acorde.web.view.InitiativeText;
import acorde.web.view.ItemFormView;
import acorde.web.view.ItemFormView.Field;
import acorde.web.view.ItemFormView.Option;
import acorde.web.view.ItemFormView.Part;
import acorde.web.view.Left;
import acorde.web.view.ProposalLine;
import acorde.web.view.TermsView;
import acorde.web.words.Bilingual;
import acorde.web.words.Language;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sample views of texts that are written field by field. */
final class SampleItems {
    private SampleItems() {}

    private static Field field(Frame p, String name, String type, @Nullable String language, String value) { // a field
        var label = p.say("asked." + name.replaceAll("-.*", ""));
        return new Field(
                name,
                language == null ? label : p.say("asked.in." + language, label),
                type.equals("number") ? p.say("asked." + name + ".hint") : "",
                type,
                language,
                300,
                type.equals("select")
                        ? List.of(new Option("focus", p.say("asked.kind.focus")), new Option("other", "x"))
                        : List.of(),
                value,
                value.isEmpty() && !type.equals("checkbox") ? p.say("asked.missing") : "");
    }

    /** A form with a field of every type. */
    static Object wrong(Frame p) {
        var parts = List.of(
                new Part(
                        "",
                        List.of(
                                field(p, "kind", "select", null, ""),
                                field(p, "first", "date", null, "2026-12-01"),
                                field(p, "months", "number", null, ""),
                                field(p, "talks", "checkbox", null, "yes"),
                                field(p, "title-es", "text", "es", "Calendario"),
                                field(p, "title-en", "text", "en", ""),
                                field(p, "meaning-es", "area", "es", "Cada mes"),
                                field(p, "meaning-en", "area", "en", ""))),
                new Part(p.say("review.note"), List.of()));
        return new ItemFormView(
                "publication",
                "",
                p.say("asked.amend", p.item("publication/")),
                false,
                "sha256:" + "7f3a".repeat(16),
                parts,
                new TreeMap<>(),
                null,
                null,
                false,
                new Left("", Samples.NOW, List.of()));
    }

    static Object terms(Frame p) {
        var text = new InitiativeText(
                new Bilingual("Umbrales de los semáforos", "Thresholds of the lights"),
                new Bilingual("Antes de vencer\nDías: 14", "Before it is due\nDays: 14"),
                null,
                List.of());
        var line = new ProposalLine(
                "SV/73",
                "thresholds/moc-2019",
                "",
                p.in(text.title()),
                "SV",
                Samples.NOW,
                List.of(ProposalLine.Field.DELIVERABLE),
                ProposalLine.Standing.OPEN,
                false,
                true,
                consent("...+"));
        return new TermsView(List.of(new TermsView.Term(
                "thresholds",
                "CONSENTED",
                1,
                Document.compare(null, text, Language.ES, p.formats()),
                Document.compare(null, text, Language.EN, p.formats()),
                List.of(line))));
    }
}
