package acorde.offices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TenureTest {
    private static final Person.Id NADIA = new Person.Id(1);
    private static final Person.Id ELMER = new Person.Id(2);
    private static final OfficeCode COORDINATION = new OfficeCode("coordination");
    private static final OfficeCode LIAISON = new OfficeCode("liaison-agua-caliente");
    private static final OfficeCode ADMINISTRATION = new OfficeCode("administration");

    private static Term term(String from, @Nullable String to) {
        return new Term(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    private static Holding holding(long id, Person.Id person, OfficeCode office, Term term) {
        return new Holding(id, person, office, term);
    }

    @Test
    void anOfficeIsHeldFromItsFirstDayToTheDayBeforeItsLastBound() {
        var held = term("2026-03-01", "2026-06-01");
        assertFalse(held.holds(LocalDate.parse("2026-02-28")));
        assertTrue(held.holds(LocalDate.parse("2026-03-01")));
        assertTrue(held.holds(LocalDate.parse("2026-05-31")));
        assertFalse(held.holds(LocalDate.parse("2026-06-01")));
    }

    @Test
    void onTheDayOfAHandOverTheSuccessorAloneHoldsTheOffice() {
        var before = holding(1, NADIA, COORDINATION, term("2026-03-01", "2026-06-01"));
        var after = holding(2, ELMER, COORDINATION, term("2026-06-01", null));
        var day = LocalDate.parse("2026-06-01");
        assertEquals(List.of(), Tenure.heldOn(List.of(before), day));
        assertEquals(List.of(COORDINATION), Tenure.heldOn(List.of(after), day));
    }

    @Test
    void nobodyHoldsOneOfficeTwiceOnOneDay() {
        var held = List.of(holding(1, NADIA, COORDINATION, term("2026-03-01", "2026-06-01")));
        assertEquals(Optional.of(Rule.HELD_ALREADY), Tenure.mayBegin(held, COORDINATION, term("2026-05-31", null)));
        assertEquals(Optional.empty(), Tenure.mayBegin(held, COORDINATION, term("2026-06-01", null)));
    }

    @Test
    void somebodyMayHoldSeveralOfficesThatSpeak() {
        var held = List.of(holding(1, NADIA, COORDINATION, term("2026-03-01", null)));
        assertEquals(Optional.empty(), Tenure.mayBegin(held, LIAISON, term("2026-03-01", null)));
    }

    @Test
    void whoAdministersHoldsNoOtherOfficeMeanwhile() {
        var administers = List.of(holding(1, ELMER, ADMINISTRATION, term("2026-03-01", "2026-06-01")));
        assertEquals(
                Optional.of(Rule.ADMINISTRATION_STANDS_ALONE),
                Tenure.mayBegin(administers, COORDINATION, term("2026-04-01", null)));
        assertEquals(Optional.empty(), Tenure.mayBegin(administers, COORDINATION, term("2026-06-01", null)));
        var speaks = List.of(holding(1, NADIA, COORDINATION, term("2026-03-01", null)));
        assertEquals(
                Optional.of(Rule.ADMINISTRATION_STANDS_ALONE),
                Tenure.mayBegin(speaks, ADMINISTRATION, term("2026-04-01", null)));
    }

    @Test
    void aHoldingDoesNotEndBeforeItBegins() {
        assertEquals(
                Optional.of(Rule.ENDS_BEFORE_IT_BEGINS),
                Tenure.mayBegin(List.of(), LIAISON, term("2026-04-01", "2026-03-31")));
        var held = holding(1, NADIA, LIAISON, term("2026-04-01", null));
        assertEquals(Optional.of(Rule.ENDS_BEFORE_IT_BEGINS), Tenure.mayEnd(held, LocalDate.parse("2026-03-31")));
        assertEquals(Optional.empty(), Tenure.mayEnd(held, LocalDate.parse("2026-04-01")));
    }

    @Test
    void anEndIsBroughtForwardButNeverPutOff() {
        var held = holding(1, NADIA, LIAISON, term("2026-04-01", "2026-06-01"));
        assertEquals(Optional.empty(), Tenure.mayEnd(held, LocalDate.parse("2026-05-01")));
        assertEquals(Optional.of(Rule.ENDED_ALREADY), Tenure.mayEnd(held, LocalDate.parse("2026-06-01")));
        assertEquals(Optional.of(Rule.ENDED_ALREADY), Tenure.mayEnd(held, LocalDate.parse("2026-07-01")));
    }

    @Test
    void onlyAnOpenAccountAdministers() {
        var all = List.of(holding(1, ELMER, ADMINISTRATION, term("2026-03-01", null)));
        var day = LocalDate.parse("2026-04-01");
        assertTrue(Tenure.isAdministered(all, Set.of(ELMER), day, 0));
        assertFalse(Tenure.isAdministered(all, Set.of(NADIA), day, 0));
        assertFalse(Tenure.isAdministered(all, Set.of(ELMER), day, 1));
    }

    @Test
    void theFirstWordOfACodeIsItsRole() {
        assertEquals(Optional.of(Role.REPRESENTATIVE), Role.of(new OfficeCode("representative-a1")));
        assertEquals(Optional.of(Role.LIAISON), Role.of(LIAISON));
        assertEquals(Optional.empty(), Role.of(OfficeCode.NODE));
        assertEquals(Optional.empty(), Role.of(new OfficeCode("coordinations")));
        for (var role : Role.values()) assertEquals(Optional.of(role), Role.of(new OfficeCode(role.word())));
    }
}
