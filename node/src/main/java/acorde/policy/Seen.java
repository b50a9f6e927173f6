package acorde.policy;

import acorde.offices.Role;
import acorde.policy.People.Flag;
import acorde.policy.Question.Done;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a rule may look at, by the names of {@code facts.cedarschema}, and how each is read from a question. */
final class Seen {
    /** One thing: a text, a {@code Long}, a {@code Boolean} or a set of texts; null where it is not there. */
    @FunctionalInterface
    interface Attribute {
        @Nullable
        Object of(Question question);
    }

    /** By the variable of a rule and then by name. */
    static final Map<String, Map<String, Attribute>> ALL =
            Map.of("principal", reader(), "resource", item(), "context", moment());

    private Seen() {}

    private static Map<String, Attribute> reader() {
        return Map.of(
                "party", question -> text(question.reader().party()),
                "office", question -> text(question.reader().post().office()),
                "role",
                        question -> text(
                                question.reader().post().role().map(Role::code).orElse(null)),
                "organisation", question -> text(question.reader().post().organisation()),
                "competence", question -> texts(question.reader().post().competence()),
                "purpose", question -> text(question.reader().purpose()),
                "person", question -> text(question.reader().person()));
    }

    private static Map<String, Attribute> item() {
        return Map.ofEntries(
                Map.entry(
                        "originator", question -> text(question.facts().origin().party())),
                Map.entry("kind", question -> question.facts().origin().kind().code()),
                Map.entry("exercise", question -> question.facts().origin().exercise()),
                Map.entry("tlp", question -> text(question.facts().marking().tlp())),
                Map.entry(
                        "handling", question -> texts(question.facts().marking().handling())),
                Map.entry("source", question -> {
                    var evaluation = question.facts().marking().evaluation();
                    return evaluation == null ? "" : evaluation.source().name();
                }),
                Map.entry("information", question -> {
                    var evaluation = question.facts().marking().evaluation();
                    return evaluation == null ? 0L : (long) evaluation.information();
                }),
                Map.entry("admiralty", question -> question.facts().marking().admiralty()),
                Map.entry("purposes", question -> texts(question.facts().terms().purposes())),
                Map.entry("lawful", question -> question.facts().terms().lawful()),
                Map.entry(
                        "arrangement", question -> text(question.facts().terms().arrangement())),
                Map.entry(
                        "validTo",
                        question -> day(question.facts().terms().span().validTo())),
                Map.entry(
                        "reviewOn",
                        question -> day(question.facts().terms().span().reviewOn())),
                Map.entry("parties", question -> texts(question.facts().circle().parties())),
                Map.entry(
                        "organisations",
                        question -> texts(question.facts().circle().organisations())),
                Map.entry("named", question -> texts(question.facts().circle().named())),
                Map.entry(
                        "onward",
                        question -> texts(question.facts().circle().leave().onward())),
                Map.entry(
                        "court",
                        question -> texts(question.facts().circle().leave().court())),
                Map.entry(
                        "fields", question -> fields(question.facts().content().fields())),
                Map.entry("persons", question -> people(question, Flag.PERSON)),
                Map.entry("child", question -> people(question, Flag.CHILD)),
                Map.entry("victim", question -> people(question, Flag.VICTIM)),
                Map.entry("alert", question -> question.facts().content().alertActive()));
    }

    private static Map<String, Attribute> moment() {
        return Map.of(
                "day", question -> day(question.moment().day()),
                "from", question -> text(question.moment().from()),
                "exercise", question -> question.moment().exercise(),
                "handlingRead", question -> question.moment().done().contains(Done.HANDLING_READ),
                "secondOfficer", question -> question.moment().done().contains(Done.SECOND_OFFICER));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static Set<String> texts(Collection<?> values) {
        var texts = HashSet.<String>newHashSet(values.size());
        for (var value : values) texts.add(value.toString());
        return texts;
    }

    private static Set<String> fields(Collection<Field> fields) {
        var codes = HashSet.<String>newHashSet(fields.size());
        for (var field : fields) codes.add(field.code());
        return codes;
    }

    private static boolean people(Question question, Flag flag) {
        return question.facts().content().people().has(flag);
    }

    private static @Nullable Long day(@Nullable LocalDate day) {
        return day == null ? null : day.toEpochDay();
    }
}
