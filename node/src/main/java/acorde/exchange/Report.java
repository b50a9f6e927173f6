package acorde.exchange;

import acorde.files.Attachment;
import acorde.files.FileType;
import acorde.policy.Circle;
import acorde.policy.Facts;
import acorde.policy.Field;
import acorde.policy.Marking;
import acorde.policy.Marking.Handling;
import acorde.policy.Purpose;
import acorde.policy.Terms;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report: what somebody saw or heard, how good it is and how it must be treated. A draft may lack markings, and goes nowhere without them
 * (EV-1); the rules of release say so, not this.
 *
 * @param exercise whether it belongs to an exercise and tells of nothing real
 * @param turn whether it is told unasked, asks or answers
 * @param files that go with it, in this order; an alert has none
 * @param things that it tells of, in this order; an alert has none
 */
public record Report(
        Ref ref,
        Texts texts,
        Marking marking,
        Terms terms,
        Basis basis,
        Persons persons,
        boolean exercise,
        Turn turn,
        List<Attachment> files,
        List<Thing> things) { // what a report is made of
    /**
     * @throws IllegalArgumentException if H3 and its text do not come together, the legal basis is named and not given, an alert lacks its title or
     *     its fact or has files or things, there are too many of these, one is a person and it concerns nobody, or one is of a country that it
     *     could reach and that it must not
     */
    public Report {
        files = List.copyOf(files);
        if (files.size() > Attachment.MOST) throw new IllegalArgumentException("more files than an act names");
        things = List.copyOf(things);
        if (things.size() > Thing.MOST) throw new IllegalArgumentException("more things than a report tells of");
        if (turn instanceof Turn.Warns && !(files.isEmpty() && things.isEmpty()))
            throw new IllegalArgumentException("an alert goes out as a message, and that has no such place");
        if (persons.flags().isEmpty() && things.stream().anyMatch(thing -> thing.kind() == Thing.Kind.PERSON))
            throw new IllegalArgumentException("what names a person concerns one");
        if (persons.exposed(things).isPresent())
            throw new IllegalArgumentException("it could reach a country of who seeks protection");
        if (turn instanceof Turn.Warns && !texts.parts().keySet().containsAll(ALERT))
            throw new IllegalArgumentException("an alert has a title and a fact");
        if (marking.handling().contains(Handling.H3) != (basis.restriction() != null))
            throw new IllegalArgumentException("H3 and its text come together");
        if (terms.lawful() != (basis.law() != null))
            throw new IllegalArgumentException("what is lawful names its legal basis");
    }

    /** What an alert goes with, in both languages, or not at all. */
    private static final Set<Field> ALERT = EnumSet.of(Field.TITLE, Field.FACT);

    /** Stands in an outline for each file there is. */
    private static final Attachment SOME_FILE = someFile();

    private static Attachment someFile() {
        var nothing = Hash.sha256(new byte[1]);
        return new Attachment("_.txt", FileType.TEXT, 1, nothing, List.of(nothing));
    }

    /** The fields that are filled, as rules name them. */
    public Set<Field> fields() {
        var fields = EnumSet.copyOf(texts.parts().keySet());
        if (persons.flags().contains(Persons.Flag.PROTECTION)) fields.add(Field.PROTECTION);
        if (!files.isEmpty()) fields.add(Field.ATTACHMENTS);
        if (!things.isEmpty()) fields.add(Field.OBJECTS);
        if (things.stream().anyMatch(persons::isToldBy)) fields.add(Field.IDENTITY);
        return fields;
    }

    /** The same with a dash for each of its texts, and of its files and things how many there are. */
    Report outline() {
        return new Report(
                ref,
                texts.outline(),
                marking,
                terms,
                basis.outline(),
                persons,
                exercise,
                turn.outline(),
                Collections.nCopies(files.size(), SOME_FILE),
                things.stream().map(Thing::outline).toList());
    }

    /** The same for as long as this. */
    Report during(Terms.Span span) {
        var lasting = new Terms(terms.purposes(), terms.lawful(), terms.arrangement(), span);
        return new Report(ref, texts, marking, lasting, basis, persons, exercise, turn, files, things);
    }

    /** The same with these fields alone; empty if nothing of it would be left. */
    Optional<Report> only(Collection<Field> fields) {
        if (turn instanceof Turn.Warns && !fields.containsAll(ALERT)) return Optional.empty();
        var left = fields.contains(Field.ATTACHMENTS) ? files : List.<Attachment>of();
        return texts.only(fields)
                .map(parts -> new Report(
                        ref, parts, marking, terms, basis, persons.only(fields), exercise, turn, left, things(fields)));
    }

    /** Who a person is, is a field of its own. */
    List<Thing> things(Collection<Field> fields) {
        if (!fields.contains(Field.OBJECTS)) return List.of();
        return things.stream()
                .filter(thing -> fields.contains(Field.IDENTITY) || !persons.isToldBy(thing))
                .toList();
    }

    /** The same for one purpose alone. */
    Report only(Purpose purpose) {
        var narrowed = new Terms(Set.of(purpose), terms.lawful(), terms.arrangement(), terms.span());
        return new Report(ref, texts, marking, narrowed, basis, persons, exercise, turn, files, things);
    }

    /** What rules look at of it. @param to the parties it is given to */
    public Facts facts(PartyCode by, Set<PartyCode> to) {
        return new Facts(
                new Facts.Origin(by, turn.kind(), exercise),
                marking,
                terms,
                new Circle(to, Set.of(), Set.of(), Circle.Leave.NONE),
                new Facts.Content(fields(), persons.asRulesSee(), false));
    }

    /** Reads what {@link #toJson} writes; empty if it is anything else. */
    public static Optional<Report> read(JsonNode body) {
        return ReportText.read(body).filter(read -> read.asked().isEmpty()).map(ReportText.Read::report);
    }

    /** Which of its objects, from 0, makes it none, because it could reach a country of who seeks protection; empty if that is not what is wrong. */
    public static OptionalInt exposed(JsonNode body) {
        return ReportText.exposed(body);
    }

    /** As an act has it; {@code spec/acts-exchange.md}. */
    public ObjectNode toJson() {
        return ReportText.write(this);
    }
}
