package acorde.exchange;

import acorde.files.Attachment;
import acorde.files.FileType;
import acorde.policy.Annex;
import acorde.policy.Country;
import acorde.policy.Evaluation;
import acorde.policy.Field;
import acorde.policy.Marking;
import acorde.policy.Marking.Handling;
import acorde.policy.Purpose;
import acorde.policy.Terms;
import acorde.policy.Tlp;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A report to be changed in one thing: El Salvador tells of false birth certificates. An invented one, of an exercise. */
public final class Reports {
    static final PartyCode US = new PartyCode("US");
    static final PartyCode GT = new PartyCode("GT");
    static final PartyCode HN = new PartyCode("HN");
    static final PartyCode SV = new PartyCode("SV");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    static final Set<Purpose> AREAS = Set.of(new Purpose("A1"), new Purpose("A2"), new Purpose("A3"));

    static final Annex OF_2019 = TestRules.OF_2019;

    public Ref ref = new Ref("5d0c1f2e9a7b4c3d8e6f001122334455");
    public final TreeMap<Field, String> parts = new TreeMap<>();
    Tlp tlp = Tlp.AMBER;
    Set<Handling> handling = Set.of(Handling.H2);
    Evaluation evaluation = new Evaluation(Evaluation.Source.B, 2);
    public Set<Purpose> purposes = Set.of(new Purpose("A2"));
    String law = "Memorando de 2019, área 2";
    String arrangement;
    LocalDate review = TODAY.plusDays(90);
    LocalDate valid;
    String restriction;
    Set<Persons.Flag> flags = Set.of();
    TreeSet<Country> never = new TreeSet<>();
    public boolean exercise = true;
    public Turn turn = Turn.TELLS;
    public List<Attachment> files = List.of();
    public List<Thing> things = List.of();

    private Reports() {
        parts.put(Field.TITLE, "EJERCICIO: partidas de nacimiento con un mismo sello");
        parts.put(Field.FACT, "EJERCICIO. Se presentaron tres partidas con un sello idéntico.");
        parts.put(Field.ASSESSMENT, "EJERCICIO. Probable origen común.");
    }

    static Report report() {
        return report(report -> {});
    }

    public static Report report(Consumer<Reports> change) {
        var made = new Reports();
        change.accept(made);
        return new Report(
                made.ref,
                new Texts(Texts.Language.ES, made.parts),
                new Marking(made.tlp, made.handling, made.evaluation, false),
                new Terms(made.purposes, made.law != null, made.arrangement, new Terms.Span(made.valid, made.review)),
                new Basis(made.law, null, made.restriction),
                new Persons(made.flags, made.never),
                made.exercise,
                made.turn,
                made.files,
                made.things);
    }

    /** A file of a few bytes, which nobody has. */
    static Attachment file(String name) {
        var hash = Hash.sha256(name.getBytes(StandardCharsets.UTF_8));
        return new Attachment(name, FileType.TEXT, 7, hash, List.of(hash));
    }

    /** Somebody from there seeks protection. */
    void seeksProtection(String... countries) {
        flags = Set.of(Persons.Flag.PROTECTION);
        for (var country : countries) never.add(new Country(country));
    }

    /** Nobody is told why. */
    public void hideFrom(Country country) {
        never.add(country);
    }

    static Releasing releasing() {
        return new Releasing(OF_2019, SV, TODAY, true);
    }

    static Release to(PartyCode party, Report report) {
        return releasing().of(report, List.of(party)).getFirst();
    }
}
