package acorde.web.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:12:00Z");
    private final Formats es = new Formats(Words.in(Language.ES), "HN", NOW);
    private final Formats en = new Formats(Words.in(Language.EN), "US", NOW);

    @Test
    void aDayIsWrittenWithTheMonthAsAWord() {
        assertEquals("31 ene 2027", es.day(LocalDate.parse("2027-01-31")));
        assertEquals("31 Jan 2027", en.day(LocalDate.parse("2027-01-31")));
        assertEquals("31 de enero de 2027", es.dayLong(LocalDate.parse("2027-01-31")));
        assertEquals("31 January 2027", en.dayLong(LocalDate.parse("2027-01-31")));
    }

    @Test
    void eachPartyReadsItsOwnTime() {
        assertEquals("23 nov, 09:12", es.moment(NOW));
        assertEquals("23 Nov, 10:12", en.moment(NOW));
        assertEquals("hora de Honduras (UTC−6)", es.zoneName());
        assertEquals("Washington time (UTC−5)", en.zoneName());
        assertEquals("UTC", new Formats(Words.in(Language.EN), "XX", NOW).zoneName());
        assertEquals("Honduras (UTC−6)", en.zoneChoice(ZoneId.of("America/Tegucigalpa")));
        assertEquals("Estados Unidos (hora de Washington, UTC−5)", es.zoneChoice(ZoneId.of("America/New_York")));
        assertEquals("Europe/Oslo (UTC+1)", es.zoneChoice(ZoneId.of("Europe/Oslo")));
    }

    @Test
    void theYearIsSaidWhenItIsAnother() {
        assertEquals("1 sep 2025, 03:00", es.moment(Instant.parse("2025-09-01T09:00:00Z")));
    }

    @Test
    void recentTimesAreSaidBriefly() {
        assertEquals("hoy 08:51", es.brief(Instant.parse("2026-11-23T14:51:00Z")));
        assertEquals("dom 19:05", es.brief(Instant.parse("2026-11-23T01:05:00Z")));
        assertEquals("16 nov", es.brief(Instant.parse("2026-11-16T18:00:00Z")));
        assertEquals("28 mar 2019", es.brief(Instant.parse("2019-03-28T18:00:00Z")));
        assertEquals("24 nov", es.brief(Instant.parse("2026-11-24T18:00:00Z")));
    }

    @Test
    void sinceWhenIsASentenceWhateverTheDay() {
        assertEquals("Desde hoy, 08:51.", es.since(Instant.parse("2026-11-23T14:51:00Z")));
        assertEquals("Desde el dom, 19:05.", es.since(Instant.parse("2026-11-23T01:05:00Z")));
        assertEquals("Desde el 16 nov.", es.since(Instant.parse("2026-11-16T18:00:00Z")));
        assertEquals("Since today, 09:51.", en.since(Instant.parse("2026-11-23T14:51:00Z")));
        assertEquals("Since Sun, 20:05.", en.since(Instant.parse("2026-11-23T01:05:00Z")));
        assertEquals("Since 28 Mar 2019.", en.since(Instant.parse("2019-03-28T18:00:00Z")));
    }

    @Test
    void aPageSaysWhenItWasDrawn() {
        assertEquals("Lunes 23 de noviembre de 2026, 09:12", es.full(NOW));
        assertEquals("Monday 23 November 2026, 10:12", en.full(NOW));
    }

    @Test
    void aSourcesDateIsNoMorePreciseThanTheSource() {
        assertEquals("2020", es.partial("2020"));
        assertEquals("ene 2020", es.partial("2020-01"));
        assertEquals("28 mar 2019", es.partial("2019-03-28"));
    }

    @Test
    void timePassedIsSaidInItsLargestUnit() {
        assertEquals("hace 4 s", es.ago(NOW.minusSeconds(4)));
        assertEquals("hace 12 min", es.ago(NOW.minusSeconds(720)));
        assertEquals("3 h ago", en.ago(NOW.minusSeconds(3 * 3600)));
        assertEquals("hace 2 días", es.ago(NOW.minusSeconds(50 * 3600)));
        assertEquals("hace 0 s", es.ago(NOW.plusSeconds(5)));
    }

    @Test
    void measuresCarryTheirUnitAsTheLanguageWritesIt() {
        assertEquals("38\u00a0%", es.measured(new BigDecimal("38"), "%"));
        assertEquals("38%", en.measured(new BigDecimal("38.0"), "%"));
        assertEquals("1,250.5\u00a0horas", es.measured(new BigDecimal("1250.50"), "horas"));
    }

    @Test
    void sizesAreRoundedToATenth() {
        assertEquals("512 B", es.size(512));
        assertEquals("31.4 kB", es.size(31_412));
        assertEquals("0.4 MB", es.size(412_000));
    }
}
