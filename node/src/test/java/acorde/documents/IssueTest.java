package acorde.documents;

import static acorde.documents.Papers.GT;
import static acorde.documents.Papers.HN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.compact.Founding;
import acorde.compact.VectorFounding;
import acorde.offices.OfficeCode;
import acorde.postgres.RowChange;
import acorde.postgres.Table;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may issue what, and that what is said is what is kept. */
class IssueTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Founding FOUNDING = VectorFounding.of(charter());

    /** A duty of papers looks at nothing but the act. */
    private static final Past NOTHING = new Past() {
        @Override
        public <K, R> Optional<R> row(Table<K, R> table, K key) {
            throw new AssertionError("a row was read");
        }

        @Override
        public Optional<Act> act(ActId id) {
            throw new AssertionError("an act was read");
        }
    };

    private static String charter() {
        var both = "{\"es\":\"x\",\"en\":\"x\"}";
        var parties = List.of("US", "GT", "HN", "SV").stream()
                .map(code -> "{\"code\":\"" + code + "\",\"name\":" + both + ",\"body\":" + both + ",\"zone\":\"UTC\"}")
                .toList();
        return "{\"compact\":\"vega\",\"title\":" + both + ",\"announcer\":\"GT\",\"parties\":["
                + String.join(",", parties) + "]}";
    }

    private static Decision<Rule> decide(PartyCode party, String office, Paper paper, Instant now) { // an attempt
        return new Issue(FOUNDING, party, new OfficeCode(office), paper).decide(NOTHING, now);
    }

    private static void declined(Rule rule, Decision<Rule> decision) {
        assertEquals(new Decision.Decline<>(rule), decision);
    }

    private static Paper brief() {
        return new Papers().with("A1-01", Papers.done(), 1, GT).brief(GT);
    }

    @Test
    void whatAPartyIssuesIsKeptByEveryParty() {
        for (var paper : List.of(brief(), new Papers().area("A1"))) {
            var said = assertInstanceOf(Decision.Say.class, decide(GT, "representative-a1", paper, NOON));
            var draft = (Draft) said.drafts().getFirst();
            var act = new Act(
                    new ActId(GT, 7),
                    draft.kind(),
                    draft.office(),
                    NOON,
                    draft.to(),
                    draft.after(),
                    draft.body(),
                    Papers.VERSION);
            var applied = new DocumentsDuty(FOUNDING).apply(NOTHING, act);
            assertEquals(java.util.Map.of(), applied.verdicts());
            var code = CheckCode.of(act.id(), paper.digest()).toString();
            var place = new DocumentRows.Place(
                    paper.scope().toString(), "", NOON.toEpochMilli(), "representative-a1", code);
            assertEquals(List.of(new RowChange.Put<>(DocumentRows.ISSUED, act.id(), place)), applied.changes());
        }
    }

    @Test
    void aListTellsOfEveryKindOfPaperFromItsRowAlone() {
        for (var scope : List.of(
                Scope.brief(GT),
                Scope.area("A1"),
                Scope.group("GT-HN-paso", Papers.TODAY.minusDays(90)),
                Scope.communique("ministers", new ActId(HN, 402)))) {
            var issued = new Issued(
                    new ActId(GT, 7), "coordination", NOON, new Paper(scope, Papers.TODAY, List.of(), List.of()));
            var listed = DocumentRows.Place.of(issued.listing()).listing(issued.act());
            assertEquals(issued.listing(), listed);
            assertEquals(Papers.TODAY, listed.day());
        }
    }

    @Test
    void onlyCoordinationAndRepresentativesIssue() {
        for (var office : List.of("liaison", "observation", "supervision", "administration", "analysis", "node"))
            declined(Rule.OFFICE_MAY_NOT, decide(GT, office, brief(), NOON));
    }

    @Test
    void aPartyIssuesTheBriefOfItsOwnMinisterAlone() {
        declined(Rule.NOT_YOUR_BRIEF, decide(HN, "coordination", brief(), NOON));
    }

    /** What a group of two parties did is in acts that a third does not have. */
    @Test
    void whatAGroupDidIsToldToItsPartiesAndNobodyElse() {
        var paper = new Paper(Scope.group("GT-HN-paso", Papers.TODAY), Papers.TODAY, List.of(), List.of());
        var said = assertInstanceOf(Decision.Say.class, decide(GT, "representative-a1", paper, NOON));
        var draft = (Draft) said.drafts().getFirst();
        assertEquals(Papers.parties(HN), draft.to());
        declined(Rule.NOT_OF_THE_GROUP, decide(Papers.SV, "coordination", paper, NOON));
    }

    /** More than any node reads. */
    @Test
    void aFigureOfMoreActsThanAreReadIsNotSaid() {
        var acts = new ArrayList<ActId>();
        for (var i = 0; i <= Bodies.MOST_ACTS; i++) acts.add(new ActId(GT, i));
        var figure = new Figure(Figure.Name.LATE, 1, acts);
        var paper = new Paper(Scope.brief(GT), Papers.TODAY, List.of(figure), List.of());
        declined(Rule.TOO_LONG, decide(GT, "coordination", paper, NOON));
    }

    @Test
    void aPaperIsOfTheDayOnWhichItIsIssued() {
        declined(Rule.OTHER_DAY, decide(GT, "coordination", brief(), Instant.parse("2026-11-26T00:00:00Z")));
        declined(Rule.OTHER_DAY, decide(GT, "coordination", brief(), Instant.parse("2026-11-24T23:59:59Z")));
        assertInstanceOf(
                Decision.Say.class, decide(GT, "coordination", brief(), Instant.parse("2026-11-25T00:00:00Z")));
    }

    @Test
    void whatWouldBeLongerThanAnActMayBeIsNotSaid() {
        var acts = new ArrayList<ActId>();
        for (var i = 0L; i < 9_999; i++) acts.add(new ActId(GT, 900_000_000_000_000L + i));
        var figures = new ArrayList<Figure>();
        for (var name : Figure.Name.values()) {
            figures.add(new Figure(name, 1, acts));
            var paper = new Paper(Scope.brief(GT), Papers.TODAY, figures, List.of());
            if (figures.size() <= 4)
                assertInstanceOf(Decision.Say.class, decide(GT, "coordination", paper, NOON), name.name());
            else declined(Rule.TOO_LONG, decide(GT, "coordination", paper, NOON));
        }
    }
}
