package acorde.imports;

import acorde.exchange.Basis;
import acorde.exchange.Persons;
import acorde.exchange.Ref;
import acorde.exchange.Report;
import acorde.exchange.Texts;
import acorde.exchange.Thing;
import acorde.exchange.Turn;
import acorde.policy.Evaluation;
import acorde.policy.Field;
import acorde.policy.Marking;
import acorde.policy.Marking.Handling;
import acorde.policy.Purpose;
import acorde.policy.Terms;
import acorde.policy.Tlp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A report in the making. */
final class Made {
    final Map<Field, String> texts = new TreeMap<>();
    final List<Thing> things = new ArrayList<>();
    final Set<Handling> handling = EnumSet.noneOf(Handling.class);
    final Set<Purpose> purposes = new TreeSet<>();

    @Nullable
    Tlp tlp;

    @Nullable
    Evaluation evaluation;

    @Nullable
    String law;

    @Nullable
    String zone;

    @Nullable
    String restriction;

    Terms.Span span = new Terms.Span(null, null);

    /** What is made of parts is as strict as the strictest of them (EV-3). */
    void strictest(Tlp other) {
        if (tlp == null || other.compareTo(tlp) < 0) tlp = other;
    }

    /** Empty if there is nothing to say, or it would not be read again as it is. */
    Optional<Report> report(Reader reader) {
        if (texts.isEmpty()) return Optional.empty();
        var persons = things.stream().anyMatch(thing -> thing.kind() == Thing.Kind.PERSON)
                ? new Persons(Set.of(Persons.Flag.PERSON), Collections.emptySortedSet())
                : Persons.NOBODY;
        var report = new Report(
                Ref.fresh(),
                new Texts(reader.language(), new TreeMap<>(texts)),
                new Marking(tlp, handling, evaluation, false),
                new Terms(purposes, law != null, null, span),
                new Basis(law, zone, restriction),
                persons,
                reader.exercise(),
                Turn.TELLS,
                List.of(),
                things);
        return Report.read(report.toJson());
    }
}
