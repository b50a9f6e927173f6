package acorde.policy;

import acorde.offices.OfficeCode;
import acorde.policy.Circle.Leave;
import acorde.policy.Circle.Named;
import acorde.policy.Circle.Organisation;
import acorde.policy.Evaluation.Source;
import acorde.policy.Facts.Kind;
import acorde.policy.Marking.Handling;
import acorde.policy.Question.Done;
import acorde.policy.Question.Moment;
import acorde.policy.Reader.Post;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;

/** A question to be changed in one thing: a liaison officer of Honduras opens a report that El Salvador sent to Honduras and Guatemala. */
final class Ask {
    static final PartyCode US = new PartyCode("US");
    static final PartyCode GT = new PartyCode("GT");
    static final PartyCode HN = new PartyCode("HN");
    static final PartyCode SV = new PartyCode("SV");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    PartyCode originator = SV;
    Kind kind = Kind.REPORT;
    boolean exercise;
    Tlp tlp = Tlp.AMBER;
    Set<Handling> handling = Set.of(Handling.H0);
    Evaluation evaluation = new Evaluation(Source.B, 2);
    boolean admiralty;
    Set<Purpose> purposes = Set.of(new Purpose("A1"));
    boolean lawful = true;
    String arrangement;
    LocalDate validTo;
    LocalDate reviewOn = TODAY.plusDays(90);
    Set<PartyCode> parties = Set.of(HN, GT);
    Set<Organisation> organisations = Set.of();
    Set<Named> named = Set.of();
    Set<PartyCode> onward = Set.of();
    Set<PartyCode> court = Set.of();
    Set<Field> fields = Set.of(Field.TITLE, Field.FACT, Field.ASSESSMENT);
    People people = People.NOBODY;
    boolean alert;
    PartyCode party = HN;
    String office = "liaison-corinto";
    Organisation organisation;
    Set<Purpose> competence = Set.of(new Purpose("A1"), new Purpose("A4"));
    Purpose purpose = new Purpose("A1");
    Named person;
    Use use = Use.OPEN;
    LocalDate day = TODAY;
    PartyCode from = SV;
    boolean inExercise;
    Set<Done> done = Set.of();

    static Question ask(Consumer<Ask> change) {
        var ask = new Ask();
        change.accept(ask);
        return ask.question();
    }

    Facts facts() {
        return new Facts(
                new Facts.Origin(originator, kind, exercise),
                new Marking(tlp, handling, evaluation, admiralty),
                new Terms(purposes, lawful, arrangement, new Terms.Span(validTo, reviewOn)),
                new Circle(parties, organisations, named, new Leave(onward, court)),
                new Facts.Content(fields, people, alert));
    }

    Reader reader() {
        return new Reader(party, new Post(new OfficeCode(office), organisation, competence), purpose, person);
    }

    /** To the node of a party, which has neither purpose nor competence. */
    void deliverTo(PartyCode to) {
        party = to;
        office = "node";
        competence = Set.of();
        purpose = null;
        use = Use.DELIVER;
    }

    Question question() {
        return new Question(facts(), reader(), use, new Moment(day, from, inExercise, done));
    }
}
