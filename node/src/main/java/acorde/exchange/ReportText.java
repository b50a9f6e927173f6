package acorde.exchange;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.compact.Complaints;
import acorde.compact.Form;
import acorde.compact.TextReader;
import acorde.compact.TextWriter;
import acorde.files.Attachment;
import acorde.offices.OfficeCode;
import acorde.policy.Country;
import acorde.policy.Evaluation;
import acorde.policy.Field;
import acorde.policy.Marking;
import acorde.policy.Marking.Handling;
import acorde.policy.Purpose;
import acorde.policy.Terms;
import acorde.policy.Tlp;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of the act that carries a report: strictly as {@code spec/acts-exchange.md} has it, and written as it is read. */
final class ReportText {
    private static final Form<Ref> REF = form(Ref::new, new Ref("0".repeat(32)));
    private static final Form<Texts.Language> LANGUAGE = Form.oneOf(Texts.Language.class);
    private static final Form<Evaluation> EVALUATION =
            form(ReportText::evaluation, new Evaluation(Evaluation.Source.X, 4));
    private static final Form<Tlp> TLP = form(ReportText::tlp, Tlp.AMBER);
    private static final Form<Handling> HANDLING = form(Handling::valueOf, Handling.H0);
    private static final Form<Purpose> PURPOSE = form(Purpose::new, new Purpose("X"));
    private static final Form<Persons.Flag> FLAG = Form.oneOf(Persons.Flag.class);
    private static final Form<Thing.Kind> KIND = Form.oneOf(Thing.Kind.class);
    private static final Form<Country> COUNTRY = form(Country::new, new Country("SV"));
    private static final Form<Field> FIELD = form(ReportText::field, Field.TITLE);
    static final Form<String> RULE = form(ReportText::rule, "0");
    private static final Form<Urgency> URGENCY = Form.oneOf(Urgency.class);
    private static final Form<OfficeCode> OFFICE = form(OfficeCode::new, OfficeCode.NODE);
    private static final Form<ActId> ACT = form(ActId::parse, new ActId(new PartyCode("XX"), 0));
    private static final Form<Instant> TIME = form(ReportText::time, Instant.parse("2000-01-01T00:00:00Z"));
    private static final Form<String> TEXT = form(text -> text, "?"); // what it may be, an alert says itself
    private static final Form<String> ARRANGEMENT = form(text -> text, "X");

    /** Labels whose readers no text of ours can name yet: the directory has neither organisations nor named persons. */
    private static final Set<Tlp> NOT_YET = EnumSet.of(Tlp.RED, Tlp.AMBER_STRICT);

    /** Parties of a compact, and rules of an annex, at most. */
    private static final int PARTIES = 64;

    static final int RULES = 200;

    private ReportText() {}

    record Read(Report report, List<Asked> asked) {}

    private static <T> Form<T> form(Function<String, T> parse, T standIn) {
        return Form.of(parse, standIn, "otra cosa", "something else"); // who wrote an act is told that it is malformed
    }

    /** Empty if it is malformed. */
    static Optional<Read> read(JsonNode body) {
        var complaints = new Complaints(1);
        var reader = new TextReader(body, complaints);
        try {
            var report = report(reader);
            var asked = reader.children("asked", ReportText::asked);
            reader.end();
            if (asked.size() > PARTIES) return Optional.empty();
            return complaints.none() ? Optional.of(new Read(report, asked)) : Optional.empty();
        } catch (IllegalArgumentException _) { // what cannot stand together
            return Optional.empty();
        }
    }

    static OptionalInt exposed(JsonNode body) {
        var reader = new TextReader(body, new Complaints(1));
        try {
            return persons(reader).exposed(reader.children("objects", ReportText::thing));
        } catch (IllegalArgumentException _) { // something else is wrong
            return OptionalInt.empty();
        }
    }

    private static Persons persons(TextReader reader) {
        return new Persons(Set.copyOf(reader.words("persons", FLAG)), new TreeSet<>(reader.words("never", COUNTRY)));
    }

    private static Report report(TextReader reader) {
        var ref = reader.word("ref", REF);
        var texts = texts(reader);
        var law = text(reader, "basis", Basis.TEXT);
        var marking = new Marking(
                reader.wordIfGiven("tlp", TLP),
                Set.copyOf(reader.words("handling", HANDLING)),
                reader.wordIfGiven("evaluation", EVALUATION),
                false);
        var terms = new Terms(
                Set.copyOf(reader.words("purposes", PURPOSE)),
                law != null,
                reader.wordIfGiven("arrangement", ARRANGEMENT),
                new Terms.Span(reader.wordIfGiven("valid", Form.DAY), reader.wordIfGiven("review", Form.DAY)));
        var basis = new Basis(law, text(reader, "zone", Basis.ZONE), text(reader, "restriction", Basis.TEXT));
        var persons = persons(reader);
        return new Report(
                ref,
                texts,
                marking,
                terms,
                basis,
                persons,
                reader.flag("exercise"),
                turn(reader),
                files(reader),
                reader.children("objects", ReportText::thing));
    }

    private static Thing thing(TextReader reader) {
        return new Thing(
                reader.word("kind", KIND),
                text(reader, "name", Thing.NAME),
                text(reader, "number", Thing.NUMBER),
                reader.wordIfGiven("country", COUNTRY));
    }

    private static ObjectNode write(Thing thing) {
        return new TextWriter()
                .word("kind", thing.kind())
                .word("name", thing.name())
                .word("number", thing.number())
                .word("country", thing.country())
                .done();
    }

    private static List<Attachment> files(TextReader reader) {
        reader.asItIs(Attachment.MEMBER); // it belongs here; what it is to be, acts of all kinds have alike
        return Attachment.read(reader.node()).orElseThrow(() -> new IllegalArgumentException("not as files are named"));
    }

    private static Turn turn(TextReader reader) {
        var asks = reader.child(
                "asks", child -> new Turn.Asks(child.word("urgency", URGENCY), child.wordIfGiven("office", OFFICE)));
        var answers =
                reader.child("answers", child -> new Turn.Answers(child.word("request", ACT), child.flag("interim")));
        var warns = reader.child("warns", ReportText::warns);
        var turns = new ArrayList<Turn>();
        if (asks != null) turns.add(asks);
        if (answers != null) turns.add(answers);
        if (warns != null) turns.add(warns);
        if (turns.size() > 1) throw new IllegalArgumentException("an item is one of them");
        return turns.isEmpty() ? Turn.TELLS : turns.getFirst();
    }

    private static Turn warns(TextReader reader) {
        var codes = new Alert.Codes(
                reader.word("category", Form.oneOf(Alert.Category.class)),
                reader.word("response", Form.oneOf(Alert.Response.class)),
                reader.word("urgency", Form.oneOf(Alert.Urgency.class)),
                reader.word("severity", Form.oneOf(Alert.Severity.class)),
                reader.word("certainty", Form.oneOf(Alert.Certainty.class)));
        return new Turn.Warns(
                new Alert(codes, reader.word("expires", TIME), reader.word("title", TEXT), reader.word("fact", TEXT)));
    }

    private static Texts texts(TextReader reader) {
        var language = reader.word("language", LANGUAGE);
        var parts = new TreeMap<Field, String>();
        Texts.LONGEST.forEach((field, longest) -> {
            var text = text(reader, field.code(), longest);
            if (text != null) parts.put(field, text);
        });
        return new Texts(language, parts);
    }

    private static @Nullable String text(TextReader reader, String member, int longest) {
        return reader.wordIfGiven(
                member,
                form(
                        text -> {
                            if (text.length() > longest || Bilingual.fault(text) != null)
                                throw new IllegalArgumentException("not a text of that length");
                            return text;
                        },
                        "?"));
    }

    private static Asked asked(TextReader reader) {
        var rules = reader.words("rules", RULE);
        if (rules.size() > RULES) throw new IllegalArgumentException("more rules than there are");
        return new Asked(
                reader.word("party", Form.PARTY),
                reader.flag("given"),
                Set.copyOf(reader.words("without", FIELD)),
                rules);
    }

    private static Evaluation evaluation(String text) {
        if (!text.matches("[ABCX][1-4]")) throw new IllegalArgumentException("not a 4x4 evaluation");
        return new Evaluation(Evaluation.Source.valueOf(text.substring(0, 1)), text.charAt(1) - '0');
    }

    private static Instant time(String text) {
        var time = Instant.parse(text);
        if (!time.toString().equals(text)) throw new IllegalArgumentException("not a time as it is written here");
        return time;
    }

    private static Tlp tlp(String text) {
        return Tlp.read(text)
                .filter(tlp -> tlp.toString().equals(text) && !NOT_YET.contains(tlp))
                .orElseThrow(() -> new IllegalArgumentException("not a label"));
    }

    private static Field field(String code) {
        for (var field : Field.values()) if (field.code().equals(code)) return field;
        throw new IllegalArgumentException("not a field");
    }

    private static String rule(String id) {
        if (!id.matches("[A-Z0-9][A-Z0-9-]{0,31}")) throw new IllegalArgumentException("not the id of a rule");
        return id;
    }

    static ObjectNode write(Report report) {
        return writing(report).done();
    }

    /** The whole, with what was decided of each party: for the provider's own eyes. */
    static ObjectNode write(Report report, List<Asked> asked) {
        return writing(report)
                .children(
                        "asked",
                        asked,
                        one -> new TextWriter()
                                .word("party", one.party())
                                .flag("given", one.given())
                                .words(
                                        "without",
                                        one.without().stream().map(Field::code).toList())
                                .words("rules", one.rules())
                                .done())
                .done();
    }

    private static TextWriter writing(Report report) {
        var terms = report.terms();
        var texts = report.texts();
        var writer = new TextWriter()
                .word("ref", report.ref())
                .flag("exercise", report.exercise())
                .word("language", texts.language());
        texts.parts().forEach((field, text) -> writer.word(field.code(), text));
        return writer.word("evaluation", report.marking().evaluation())
                .words("handling", new TreeSet<>(report.marking().handling()))
                .word("restriction", report.basis().restriction())
                .word("tlp", plain(report.marking().tlp()))
                .words("purposes", new TreeSet<>(terms.purposes()))
                .word("basis", report.basis().law())
                .word("arrangement", terms.arrangement())
                .word("zone", report.basis().zone())
                .word("valid", terms.span().validTo())
                .word("review", terms.span().reviewOn())
                .words(
                        "persons",
                        report.persons().flags().stream().map(Form::word).toList())
                .words("never", report.persons().never())
                .child("asks", asks(report.turn()))
                .child("answers", answers(report.turn()))
                .child("warns", warns(report.turn()))
                .child(Attachment.MEMBER, report.files().isEmpty() ? null : Attachment.write(report.files()))
                .children("objects", report.things(), ReportText::write);
    }

    private static @Nullable ObjectNode asks(Turn turn) {
        return turn instanceof Turn.Asks(var urgency, var office)
                ? new TextWriter()
                        .word("urgency", urgency)
                        .word("office", office)
                        .done()
                : null;
    }

    private static @Nullable ObjectNode answers(Turn turn) {
        return turn instanceof Turn.Answers(var request, var interim)
                ? new TextWriter()
                        .word("request", request)
                        .flag("interim", interim)
                        .done()
                : null;
    }

    private static @Nullable ObjectNode warns(Turn turn) {
        if (!(turn instanceof Turn.Warns(var alert))) return null;
        var codes = alert.codes();
        return new TextWriter()
                .word("category", codes.category())
                .word("response", codes.response())
                .word("urgency", codes.urgency())
                .word("severity", codes.severity())
                .word("certainty", codes.certainty())
                .word("expires", alert.expires())
                .word("title", alert.title())
                .word("fact", alert.fact())
                .done();
    }

    /** As the protocol spells it, and not as a constant. */
    private static @Nullable String plain(@Nullable Tlp tlp) {
        return tlp == null ? null : tlp.toString();
    }
}
