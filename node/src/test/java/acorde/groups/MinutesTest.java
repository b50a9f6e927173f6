package acorde.groups;

import static acorde.groups.World.GT;
import static acorde.groups.World.HN;
import static acorde.groups.World.SV;
import static acorde.groups.World.US;
import static acorde.groups.World.action;
import static acorde.groups.World.assent;
import static acorde.groups.World.at;
import static acorde.groups.World.both;
import static acorde.groups.World.put;
import static acorde.groups.World.refuse;
import static acorde.groups.World.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.offices.OfficeCode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Minutes are drafted from the record, approved party by party, and amended in the open. */
class MinutesTest {
    private final World world = World.withGroup(World.mandate(3));

    @Test
    void theDraftSaysInBothLanguagesWhatTheRecordSays() {
        var call = world.meeting(US, GT, HN);
        world.present(call, HN, "10:00", "11:15");
        var points = world.say(
                HN, new Saying.Points(call.id(), List.of(new Point(Why.LATE, both("A1-05 vencida"), "A1-05", null))));
        world.say(GT, new Saying.Agenda(call.id(), List.of(new Part(points.id(), 1))));
        var put = world.say(HN, put(call, "10:30", "Se recalcula.", action(US, "Recalcular la base", "2026-12-04")));
        for (var party : List.of(GT, US)) world.say(party, assent(call, put));
        world.say(GT, new Saying.Closed(call.id(), at("12:00")));
        var draft = draft(call);
        assertEquals("""
                ACTA · Mesa A1 · reunión 1
                23 de noviembre de 2026, hora de HN es (UTC−6).
                Preside GT es.
                Se abrió a las 10:00 y se cerró a las 12:00.

                PRESENCIA Y QUÓRUM
                - GT es: 10:00 a 12:00 (despacho A1, titular).
                - HN es: 10:00 a 11:15 (despacho A1, titular).
                - SV es: ausente.
                - US es: 10:00 a 12:00 (despacho A1, titular).
                Quórum (3 partes): 10:00 a 11:15.

                PUNTOS TRATADOS
                1. A1-05: A1-05 vencida.

                DECISIONES
                1/1 (HN/3): Se recalcula.
                  Tomada por GT es, HN es y US es.

                ACUERDOS DE ACCIÓN
                - US es (despacho A1): Recalcular la base. Vence el 4 de diciembre de 2026, por la decisión 1/1.""", draft.es().replace(put.id().toString(), "HN/3"));
        assertTrue(draft.en().startsWith("MINUTES · Group A1 · meeting 1\n23 November 2026, HN en time (UTC−6)."));
        assertTrue(draft.en().contains("Taken by GT en, HN en and US en."));
    }

    @Test
    void aPresenceThatNoClockShowsIsNotWrittenAsALapseOfTime() {
        var call = world.meeting(GT, HN, SV);
        var arrived = at("10:05").plusSeconds(10);
        var brief = new Span(new OfficeCode(World.OFFICE), arrived, arrived.plusSeconds(20));
        world.say(GT, new Saying.Presence(call.id(), US, List.of(brief)));
        assertTrue(draft(call).es().contains("- US es: menos de un minuto, a las 10:05, despacho A1, titular."));
        world.say(GT, new Saying.Presence(call.id(), US, List.of(brief, World.span("10:10", "10:20"))));
        assertTrue(draft(call).es().contains("- US es: 10:10 a 10:20 (despacho A1, titular)."));
    }

    private static Bilingual office(OfficeCode code) {
        var alternate = code.value().equals(World.ALTERNATE);
        if (!alternate) assertEquals(World.OFFICE, code.value());
        return alternate ? new Bilingual("despacho B", "office B") : new Bilingual("despacho A1", "office A1");
    }

    @Test
    void whoStoodInForItsPartyIsNamedAsTheAlternate() {
        var call = world.meeting(GT, HN, SV);
        var stood = new Span(new OfficeCode(World.ALTERNATE), at("10:00"), at("11:00"));
        world.say(GT, new Saying.Presence(call.id(), US, List.of(stood)));
        assertTrue(
                draft(call).es().contains("- US es: 10:00 a 11:00 (despacho B, suplente)."),
                draft(call).es());
        assertTrue(draft(call).en().contains("(office B, alternate)."));
    }

    @Test
    void aQuorumThatNoClockShowsIsNotWrittenAsALapseOfTime() {
        var call = world.meeting(GT, HN);
        assertTrue(draft(call).es().contains("Quórum (3 partes): no lo hubo."));
        var arrived = at("10:05").plusSeconds(10);
        var brief = new Span(new OfficeCode(World.OFFICE), arrived, arrived.plusSeconds(20));
        world.say(GT, new Saying.Presence(call.id(), US, List.of(brief)));
        assertTrue(
                draft(call).es().contains("Quórum (3 partes): menos de un minuto, a las 10:05."),
                draft(call).es());
        world.say(GT, new Saying.Presence(call.id(), US, List.of(brief, World.span("10:10", "10:20"))));
        assertTrue(draft(call).es().contains("Quórum (3 partes): 10:10 a 10:20."));
    }

    @Test
    void aLossShorterThanAMinuteIsWrittenWithItsSecondsOnBothSides() {
        var call = world.meeting(GT, HN);
        var lost = at("10:16").plusSeconds(10);
        var office = new OfficeCode(World.OFFICE);
        var before = new Span(office, at("10:15"), lost);
        var after = new Span(office, lost.plusSeconds(30), at("10:21"));
        world.say(GT, new Saying.Presence(call.id(), US, List.of(before, after)));
        assertTrue(
                draft(call).es().contains("Quórum (3 partes): 10:15 a 10:16:10 y 10:16:40 a 10:21."),
                draft(call).es());
        assertTrue(draft(call).en().contains("- US en: 10:15 to 10:16:10 and 10:16:40 to 10:21 (office A1, titular)."));
        var relief = new Span(new OfficeCode(World.ALTERNATE), lost, at("10:21"));
        world.say(GT, new Saying.Presence(call.id(), US, List.of(before, relief)));
        assertTrue(draft(call).es().contains("Quórum (3 partes): 10:15 a 10:21."));
        assertTrue(
                draft(call)
                        .es()
                        .contains("10:15 a 10:16 (despacho A1, titular) y 10:16 a 10:21 (despacho B, suplente)"),
                draft(call).es());
    }

    @Test
    void everyNodeDraftsTheSameMinutes() {
        var call = closed();
        for (var node : world.all())
            assertEquals(
                    draft(call),
                    new MinutesDraft(World.FOUNDING, node.sitting(call), TITLE, MinutesTest::office).text());
    }

    @Test
    void accountsOfPresenceThatDisagreeStandSideBySideInTheMinutes() {
        var call = world.meeting(US, GT, HN);
        world.say(SV, new Saying.Presence(call.id(), SV, List.of(World.span("10:00", "10:05"))));
        assertTrue(draft(call)
                .es()
                .contains("- SV es: ausente.\n  Según la propia parte: 10:00 a 10:05 (despacho A1, titular)."));
    }

    @Test
    void minutesAreApprovedByThePartiesThatAttended() {
        var call = closed();
        var minutes = world.say(GT, minutes(call, null, "acta"));
        assertEquals(Set.of(HN, US), version(call, minutes.id()).proposal().silent());
        world.say(HN, assent(call, minutes));
        assertEquals(MinutesBook.State.OPEN, version(call, minutes.id()).state());
        assertEquals(Meeting.Minuted.OPEN, minuted(call));
        world.say(US, assent(call, minutes));
        assertEquals(MinutesBook.State.APPROVED, version(call, minutes.id()).state());
        assertEquals(Meeting.Minuted.APPROVED, minuted(call), "as lists tell it");
    }

    @Test
    void anAmendmentTakesThePlaceOfWhatItAmendsWhenAllHaveApprovedIt() {
        var call = closed();
        var first = world.say(GT, minutes(call, null, "acta"));
        world.say(HN, refuse(call, first));
        assertEquals(MinutesBook.State.REFUSED, version(call, first.id()).state());
        assertEquals(Meeting.Minuted.REFUSED, minuted(call));
        var second = world.say(HN, minutes(call, first.id(), "acta corregida"));
        world.say(GT, assent(call, second));
        world.say(US, assent(call, second));
        assertEquals(MinutesBook.State.APPROVED, version(call, second.id()).state());
        assertEquals(MinutesBook.State.SUPERSEDED, version(call, first.id()).state());
        assertEquals(Rule.MINUTES_APPROVED, rule(world.trySay(US, minutes(call, second.id(), "otra más"))));
    }

    @Test
    void theFirstMinutesAreTheChairsAndOnlyOfAMeetingThatIsOver() {
        var open = world.meeting(US, GT, HN);
        assertEquals(Rule.MEETING_NOT_CLOSED, rule(world.trySay(GT, minutes(open, null, "acta"))));
        world.say(GT, new Saying.Closed(open.id(), at("12:00")));
        assertEquals(Rule.MINUTES_FIRST, rule(world.trySay(HN, minutes(open, null, "acta"))));
    }

    @Test
    void anAgendaAndMinutesNeverBeginAlike() {
        assertNotEquals("AGENDA", draft(closed()).es().split(" ", 2)[0]);
        assertFalse(draft(closed()).es().startsWith("Agenda"));
    }

    @Test
    void theTextOfMinutesStandsInTheirActAndNotInTheRow() {
        var call = closed();
        world.say(GT, minutes(call, null, "palabra-larga"));
        assertFalse(GroupsRows.write(world.node(SV).sitting(call)).contains("palabra-larga"));
    }

    private static final acorde.compact.Bilingual TITLE = new acorde.compact.Bilingual("Mesa A1", "Group A1");

    private Act closed() {
        var call = world.meeting(US, GT, HN);
        world.say(GT, new Saying.Closed(call.id(), at("12:00")));
        return call;
    }

    private acorde.compact.Bilingual draft(Act call) {
        return new MinutesDraft(World.FOUNDING, world.node(SV).sitting(call), TITLE, MinutesTest::office).text();
    }

    private static Saying.Minutes minutes(Act call, @Nullable ActId amends, String text) {
        return new Saying.Minutes(call.id(), amends, both(text));
    }

    private Meeting.Minuted minuted(Act call) {
        return Meeting.of(world.node(SV).sitting(call)).minutes();
    }

    private MinutesBook.Version version(Act call, ActId act) {
        return MinutesBook.versions(world.node(SV).sitting(call)).stream()
                .filter(version -> version.act().equals(act))
                .findFirst()
                .orElseThrow();
    }
}
