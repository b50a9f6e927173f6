package acorde.publication;

// More than 400 lines: the rules of what everybody may know, on one history.

import static acorde.publication.Saying.A105;
import static acorde.publication.Saying.GT;
import static acorde.publication.Saying.HN;
import static acorde.publication.Saying.SV;
import static acorde.publication.Saying.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Walk;
import acorde.compact.Disclosure;
import acorde.compact.ItemKey;
import acorde.compact.MocThresholds;
import acorde.compact.Stood;
import acorde.monitoring.Light;
import acorde.trust.PartyCode;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What of the acts everybody may know. */
// longer than a file should be: a list of what is told and what is kept back, read line by line
final class PublicationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final List<ItemKey> FEW = List.of(A105, ItemKey.initiative("A4-02"), ItemKey.initiative("A3-06"));

    @TempDir
    Path keys;

    private static boolean isFew(ItemKey key) {
        return key.kind() != ItemKey.Kind.INITIATIVE || FEW.contains(key);
    }

    private static String told(Account account) {
        var text = new StringWriter();
        try {
            AccountJson.write(account, DAY, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return text + account.promises().stream().map(Csv::line).collect(Collectors.joining());
    }

    @Test
    void theHonestFiguresOf2019() {
        var figures = new Saying(keys, true).announce(key -> true).account().figures(DAY);
        assertEquals(new HonestFigures(48, 4, 2, 0, 0, 0, 0, 4, 0, 0, 4), figures);
    }

    @Test
    void whatWasAnnouncedIsNeverShownAsConsented() {
        var account = new Saying(keys, true).announce(PublicationTest::isFew).account();
        assertTrue(account.promises().stream().allMatch(each -> each.consent() == Promise.Consent.ANNOUNCED));
    }

    @Test
    void aTextInForceIsShownWithTheWordsThatPutItThere() {
        var saying = new Saying(keys, false).announce(PublicationTest::isFew);
        var text = Saying.text(A105).put("due", "2027-01-31");
        var proposal = saying.propose(HN, A105, text);
        for (var party : List.of(GT, SV)) saying.assent(party, proposal, null);
        saying.assent(US, proposal, "En lo que permita nuestra ley.");
        var promise = saying.account().promises("A1").getFirst();
        assertEquals(Promise.Consent.CONSENTED, promise.consent());
        assertEquals(LocalDate.of(2027, 1, 31), promise.text().due());
        var talk = promise.talks().getFirst();
        assertEquals(Stood.State.IN_FORCE, talk.stood().state());
        assertTrue(told(saying.account()).contains("En lo que permita nuestra ley."));
    }

    @Test
    void aProposalThatWaitsIsShownOnlyIfThePartiesAgreedToThat() {
        for (var talks : List.of(true, false)) {
            var saying = new Saying(keys.resolve(talks.toString()), talks).announce(PublicationTest::isFew);
            var before = told(saying.account());
            var proposal = saying.propose(HN, A105, Saying.text(A105).put("due", "2027-01-31"));
            saying.assent(GT, proposal, null);
            assertEquals(talks, !before.equals(told(saying.account())));
            saying.refuse(US, proposal);
            assertEquals(talks, told(saying.account()).contains("No hay fondos."));
        }
    }

    private static JsonNode initiative(Account account) {
        var text = new StringWriter();
        try {
            AccountJson.write(account, DAY, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        for (var each : JsonMapper.shared().readTree(text.toString()).path("initiatives"))
            if (each.path("code").stringValue().equals(A105.code())) return each;
        throw new AssertionError("no " + A105);
    }

    @Test
    void ofTheProposalsOfOnePartyTheNewestAreToldAndHowManyMoreThereAreAndNoneOfAnother() {
        var saying = new Saying(keys, true).announce(PublicationTest::isFew);
        var first = saying.propose(GT, A105, Saying.text(A105).put("due", "2027-01-31"));
        var most = Talks.EACH + 2;
        for (var i = 0; i < most; i++)
            saying.propose(HN, A105, Saying.text(A105).put("due", "2027-02-%02d".formatted(1 + i)));
        var promise = saying.account().promises("A1").getFirst();
        assertEquals(Talks.EACH + 1, promise.talks().size());
        assertEquals(2, promise.said().more());
        assertEquals(first.id(), promise.talks().getLast().stood().proposal().act());
        assertEquals(2, initiative(saying.account()).path("moreProposals").intValue());
        var oldest = saying.acts.get(saying.acts.indexOf(first) + 1);
        for (var party : List.of(US, GT, SV)) saying.assent(party, oldest, null);
        var after = saying.account().promises("A1").getFirst();
        assertEquals(Promise.Consent.CONSENTED, after.consent());
        assertTrue(after.talks().stream()
                .anyMatch(talk -> talk.stood().proposal().act().equals(oldest.id())));
        assertEquals(1, after.said().more(), "what all agreed on is told, however many came after it");
    }

    @Test
    void ofWhatAReportShowsTheFirstIsToldAndOfEachOnlySoMuch() {
        var saying = new Saying(keys, true).announce(PublicationTest::isFew);
        saying.report(HN, A105, null);
        var words = "Acta ".repeat(1_000);
        var report = saying.report(HN, A105, null);
        var evidence = (ArrayNode) report.body().path("evidence");
        evidence.removeAll();
        for (var i = 0; i < Proof.MOST + 3; i++) {
            var one = evidence.addObject().put("link", "https://example.org/" + i);
            one.putObject("what").put("es", words);
            one.putNull("seen");
        }
        var told = initiative(saying.account()).path("reported").path(0);
        assertEquals(Proof.MOST, told.path("evidence").size());
        assertEquals(3, told.path("moreEvidence").intValue());
        assertEquals(
                words.substring(0, Utterance.TOLD) + "…",
                told.path("evidence").path(0).path("what").path("es").stringValue());
        saying.report(HN, A105, "2026-11-20");
        assertEquals(
                1,
                initiative(saying.account())
                        .path("reported")
                        .path(0)
                        .path("evidence")
                        .size());
    }

    /** Where the logs are read from moves on before what stands there is handed on. */
    @Test
    void aMomentWithoutDatabaseLeavesNoActUnheard() {
        var saying = new Saying(keys, true).announce(PublicationTest::isFew);
        var proposal = saying.propose(HN, A105, Saying.text(A105).put("due", "2027-01-31"));
        for (var party : List.of(GT, SV, US)) saying.assent(party, proposal, null);
        var lost = new HashSet<>(Set.of(5, saying.acts.size() - 1));
        var publication = new Publication(saying.founding, HN, () -> new Publication.Log() {
            private int handed;

            @Override
            public long stand() {
                return 0;
            }

            @Override
            public void onward(Walk.Listener listener) {
                while (handed < saying.acts.size()) {
                    var next = handed++;
                    if (lost.remove(next)) throw new IllegalStateException("the database is lost");
                    listener.heard(saying.acts.get(next));
                }
            }

            @Override
            public Optional<Act> act(ActId id) {
                return saying.acts.stream().filter(act -> act.id().equals(id)).findFirst();
            }
        });
        for (var times = 0; times < 2; times++) assertThrows(IllegalStateException.class, publication::account);
        assertEquals(told(saying.account()), told(publication.account()));
        assertEquals(0, publication.faults());
    }

    /** CO-5: what is late is red to everybody on the last rung and not a day before, and then counted; done when all say so. */
    @Test
    void nothingIsRedToThePublicBeforeTheLastRung() {
        var saying = new Saying(keys, true).announce(PublicationTest::isFew);
        var from = LocalDate.of(2026, 11, 23); // the day of the announcement: nobody was warned before
        assertNotEquals(Light.Colour.LATE, light(saying, from.plusDays(59)));
        assertEquals(0, saying.account().figures(from.plusDays(59)).late());
        assertEquals(Light.Colour.LATE, light(saying, from.plusDays(60)));
        assertEquals(2, saying.account().figures(from.plusDays(60)).late());
        assertFalse(told(saying.account()).contains("\"late\","), "nor in any form");
        var reports = Saying.ALL.stream()
                .map(party -> saying.report(party, A105, "2026-11-20"))
                .toList();
        assertNotEquals(Light.Colour.DONE, light(saying, DAY), "nobody has confirmed it");
        for (var report : reports)
            for (var other : Saying.ALL) if (!other.equals(report.by())) saying.confirm(other, report);
        assertEquals(Light.Colour.DONE, light(saying, DAY));
        assertEquals(1, saying.account().figures(DAY).done());
        assertTrue(told(saying.account()).contains("https://example.org/HN"), "with what shows it");
    }

    /** The same delay, by the days of the text that is in force: not before the last of the four has assented. */
    @Test
    void theDaysAfterWhichTheDelayIsRedToThePublicAreThoseThePartiesConsentedTo() {
        var saying = new Saying(keys, true).announce(PublicationTest::isFew);
        var day = LocalDate.of(2026, 11, 23).plusDays(30);
        var thresholds = new ItemKey(ItemKey.Kind.THRESHOLDS, saying.founding.compact());
        var adopted = MocThresholds.adopted().toJson().toString();
        var text = JsonMapper.shared().readTree(adopted.replace("[7,21,45,60]", "[1,2,3,30]"));
        var body = Saying.body("item", thresholds.toString())
                .put("base", "sha256:" + saying.founding.hash().hex());
        body.set("text", text);
        body.putObject("why").put("es", "Sesenta días son demasiados.");
        var proposal = saying.say(HN, "compact.proposed", List.of(), body);
        for (var party : List.of(GT, SV)) saying.assent(party, proposal, null);
        assertNotEquals(Light.Colour.LATE, light(saying, day), "three of four is not consent");
        saying.assent(US, proposal, null);
        assertNotEquals(Light.Colour.LATE, light(saying, day.minusDays(1)));
        assertEquals(Light.Colour.LATE, light(saying, day));
    }

    @Test
    void aWaiverThatWasAgreedIsCountedInPublicAndOneThatWaitsIsNot() {
        var saying = new Saying(keys, true).announce(PublicationTest::isFew);
        var proposal = saying.propose(HN, A105, Saying.waived(A105));
        for (var party : List.of(GT, SV)) saying.assent(party, proposal, null);
        assertEquals(0, saying.account().figures(DAY).waived());
        assertTrue(told(saying.account()).contains("\"waived\":0"), told(saying.account()));
        saying.assent(US, proposal, null);
        assertEquals(1, saying.account().figures(DAY).waived());
        assertTrue(told(saying.account()).contains("\"waived\":1"), told(saying.account()));
    }

    @Test
    void whatIsReportedIsShownOnlyIfThePartiesAgreedToThat() {
        var saying = new Saying(keys, false).announce(PublicationTest::isFew);
        var before = told(saying.account());
        saying.confirm(GT, saying.report(HN, A105, "2026-11-20"));
        assertEquals(before, told(saying.account()));
        assertTrue(before.contains("\"light\":null"));
        assertTrue(before.contains("\"late\":null,\"done\":null"), before.substring(0, 400));
    }

    @Test
    void whatWasReportedBeforeIsShownOnceThePartiesAgreeToShowIt() {
        var saying = new Saying(keys, false).announce(PublicationTest::isFew);
        saying.report(HN, A105, null);
        assertTrue(told(saying.account()).contains("\"reported\":[]"));
        var terms = saying.founding.publication().orElseThrow().toJson().put("reports", true);
        var body = Saying.body("item", new ItemKey(ItemKey.Kind.PUBLICATION, saying.founding.compact()).toString())
                .put("base", "sha256:" + saying.founding.hash().hex());
        body.set("text", terms);
        body.putObject("why").put("es", "Que se sepa qué fue de ello.");
        var proposal = saying.say(HN, "compact.proposed", List.of(), body);
        for (var party : List.of(GT, SV, US)) saying.assent(party, proposal, null);
        assertTrue(told(saying.account()).contains("\"reported\":[{\"party\":\"HN\""));
    }

    /** CT-1, CO-7. */
    @Test
    void ofEachPartyTheLastValueThatMayBeToldIsShownAndALaterOneThatIsHeldBackIsNamed() {
        var saying = new Saying(keys, true).announce(PublicationTest::isFew);
        agree(saying, "persons");
        var report = saying.report(HN, A105, null, figures(47, 12));
        saying.report(GT, A105, null, figures(5));
        var days = List.copyOf(figures(47, 12).keySet());
        var before = last(saying, days.getLast());
        assertEquals(new LastFigure(GT, null, days.getFirst(), false), before.getFirst());
        var told = Objects.requireNonNull(before.getLast().told());
        assertEquals(days.getFirst(), told.at());
        assertEquals(new Disclosure.AtLeast(BigDecimal.valueOf(40)), told.number());
        assertEquals("casos", Objects.requireNonNull(told.unit()).es());
        assertEquals(days.getLast(), before.getLast().withheld());
        assertEquals(List.of(), last(saying, days.getFirst().minusDays(2)), "of days to come there is none");
        var body = Saying.body("report", report.id().toString())
                .put("at", days.getFirst().toString());
        body.put("value", 63).putObject("reason").put("es", "dos registros sin contar");
        var correction = saying.say(HN, "monitoring.corrected", List.of(report.id()), body);
        var after =
                Objects.requireNonNull(last(saying, days.getLast()).getLast().told());
        assertEquals(new Disclosure.AtLeast(BigDecimal.valueOf(60)), after.number());
        assertEquals(new Disclosure.AtLeast(BigDecimal.valueOf(40)), after.first(), "corrected in sight");
        assertEquals(correction.id(), after.act());
        assertTrue(told(saying.account()).contains("\"atLeast\":60"));
        for (var number : List.of(47, 63, 12, 5))
            assertFalse(told(saying.account()).contains("\"value\":" + number), number.toString());
    }

    /** Who dates figures ahead hides nothing with them. */
    @Test
    void figuresOfDaysToComeHideNoneThatHasComeHoweverManyThereAre() {
        var saying = new Saying(keys, true).announce(PublicationTest::isFew);
        agree(saying, "things");
        saying.report(HN, A105, null, figures(7));
        var ahead = new TreeMap<LocalDate, Integer>();
        for (var day = 2; day < Given.MOST + 2; day++) ahead.put(DAY.plusDays(day), 1000 + day);
        saying.report(HN, A105, null, ahead);
        saying.report(HN, A105, null, new TreeMap<>(Map.of(DAY.plusDays(Given.MOST + 2), 1)));
        var one = last(saying, DAY).getFirst();
        var told = Objects.requireNonNull(one.told());
        assertEquals(new Disclosure.Exact(BigDecimal.valueOf(7)), told.number());
        assertNull(one.withheld());
        var later = Objects.requireNonNull(
                last(saying, ahead.lastKey().minusDays(1)).getFirst().told());
        assertEquals(ahead.lastKey(), later.at(), "and each is told when it has come, somewhere on earth first");
    }

    @Test
    void ofThoseOfAPartyThatHaveComeTheLatestHundredAreLookedAt() {
        var saying = new Saying(keys, true).announce(PublicationTest::isFew);
        agree(saying, "persons");
        var few = new TreeMap<LocalDate, Integer>(Map.of(DAY.minusDays(Given.MOST), 40));
        for (var day = 1; day < Given.MOST; day++) few.put(DAY.minusDays(day), 3);
        saying.report(HN, A105, null, few);
        assertEquals(
                few.firstKey(),
                Objects.requireNonNull(last(saying, DAY).getFirst().told()).at());
        saying.report(HN, A105, null, new TreeMap<>(Map.of(DAY, 3)));
        assertEquals(List.of(new LastFigure(HN, null, DAY, false)), last(saying, DAY), "a hundred that are held back");
    }

    /** An act costs what it changes, however many figures there are. */
    @Test
    void figuresThatAnActDoesNotTouchAreNotCopiedForIt() {
        var saying = new Saying(keys, true).announce(PublicationTest::isFew);
        var publication = saying.following();
        agree(saying, "things");
        saying.report(HN, A105, null, figures(1, 2));
        saying.report(GT, A105, null, figures(3));
        var before = given(publication);
        saying.report(GT, A105, null, figures(4, 5));
        var after = given(publication);
        assertSame(
                Objects.requireNonNull(before.get(HN)).points(),
                Objects.requireNonNull(after.get(HN)).points());
        assertEquals(1, Objects.requireNonNull(before.get(GT)).points().size(), "who reads it has it as it was");
        assertEquals(2, Objects.requireNonNull(after.get(GT)).points().size());
    }

    private static SortedMap<PartyCode, Given> given(Publication publication) {
        return publication.account().promises("A1").getFirst().progress().figures();
    }

    /** CT-1: by the text it was reported under and all later ones. */
    @Test
    void aValueOfThingsIsToldAsItIsUntilATextSaysThatItIsOfPersonsAndOneOfPersonsStaysSo() {
        var saying = new Saying(keys, true).announce(PublicationTest::isFew);
        agree(saying, "things");
        saying.report(HN, A105, null, figures(47));
        var day = figures(47).lastKey();
        assertEquals(new Disclosure.Exact(BigDecimal.valueOf(47)), number(saying, day));
        agree(saying, "persons");
        assertEquals(new Disclosure.AtLeast(BigDecimal.valueOf(40)), number(saying, day));
        agree(saying, "things");
        assertEquals(
                new Disclosure.AtLeast(BigDecimal.valueOf(40)), number(saying, day), "an amendment unsays nothing");
        saying.report(GT, A105, null, figures(3));
        assertEquals(
                new Disclosure.Exact(BigDecimal.valueOf(3)),
                Objects.requireNonNull(last(saying, day).getFirst().told()).number());
    }

    private static Disclosure number(Saying saying, LocalDate day) {
        return Objects.requireNonNull(last(saying, day).getLast().told()).number();
    }

    private static List<LastFigure> last(Saying saying, LocalDate day) {
        return saying.account().promises("A1").getFirst().progress().last(day);
    }

    /** Of so many days one after the other. */
    private static SortedMap<LocalDate, Integer> figures(int... numbers) {
        var figures = new TreeMap<LocalDate, Integer>();
        for (var number : numbers) figures.put(LocalDate.of(2026, 10, 10).plusDays(10L * figures.size()), number);
        return figures;
    }

    private static void agree(Saying saying, String counted) {
        var text = Saying.text(A105);
        var indicator = text.putObject("indicator").put("counted", counted).put("kind", "output");
        for (var both : List.of("name", "unit"))
            indicator.putObject(both).put("es", "casos").put("en", "cases");
        indicator.put("baseline", 100).put("baselineAt", "2026-09-30");
        indicator.put("target", 300).put("targetAt", "2027-06-30");
        var proposal = saying.amend(HN, A105, text);
        for (var party : List.of(GT, SV, US)) saying.assent(party, proposal, null);
    }

    private static Light.Colour light(Saying saying, LocalDate day) {
        var account = saying.account();
        var promise = account.promises("A1").getFirst();
        return account.light(promise, day).orElseThrow().colour();
    }

    @Test
    void theLogsAreLookedThroughOnceForEachCommit() {
        var saying = new Saying(keys, true).announce(PublicationTest::isFew);
        var commits = new AtomicLong();
        var looks = new AtomicInteger();
        var handed = new AtomicInteger();
        var publication = new Publication(saying.founding, HN, () -> new Publication.Log() {
            @Override
            public long stand() {
                return commits.get();
            }

            @Override
            public void onward(Walk.Listener listener) {
                looks.incrementAndGet();
                saying.acts.subList(handed.get(), saying.acts.size()).forEach(listener::heard);
                handed.set(saying.acts.size());
            }

            @Override
            public Optional<Act> act(ActId id) {
                return saying.acts.stream().filter(act -> act.id().equals(id)).findFirst();
            }
        });
        var first = publication.account();
        assertSame(first, publication.account());
        assertEquals(1, looks.get());
        commits.incrementAndGet();
        assertSame(first, publication.account(), "nothing public was said");
        assertEquals(2, looks.get());
        saying.propose(HN, A105, Saying.text(A105).put("due", "2027-01-31"));
        commits.incrementAndGet();
        assertNotSame(first, publication.account());
        assertEquals(3, looks.get());
    }

    /** The tables reject what names a log of no party, and go on; so does the account. */
    @Test
    void anActThatNamesALogOfNoPartyHoldsUpNothingThatNamesIt() {
        var saying = new Saying(keys, false).announce(PublicationTest::isFew);
        var stray = saying.say(US, "compact.refused", List.of(ActId.parse("ZZ/0")), Saying.body("proposal", "US/0"));
        var proposal = saying.propose(US, A105, Saying.text(A105).put("due", "2027-01-31"), stray.id());
        for (var party : List.of(GT, HN, SV)) saying.assent(party, proposal, null);
        assertEquals(
                Promise.Consent.CONSENTED,
                saying.account().promises("A1").getFirst().consent());
    }

    @Test
    void actsThatBreakARuleOrWaitAreNotKeptInMemory() {
        var saying = new Saying(keys, false);
        var texts = new ArrayList<WeakReference<String>>();
        var read = new HashSet<ActId>();
        var start = new ActId(US, 0);
        var awaited = new ActId(HN, 1);
        var heard = new AtomicLong();
        var publication = new Publication(saying.founding, HN, () -> new Publication.Log() {
            @Override
            public long stand() {
                return heard.get();
            }

            @Override
            public void onward(Walk.Listener listener) {
                saying.acts.forEach(listener::heard);
                if (heard.get() > 0) listener.closed(awaited);
                else
                    for (var i = 1; i <= 64; i++) {
                        var text = Integer.toString(i % 10).repeat(1 << 20);
                        texts.add(new WeakReference<>(text));
                        listener.heard(refusal(new ActId(US, i), i % 2 == 0 ? awaited : start, text));
                    }
            }

            @Override
            public Optional<Act> act(ActId id) {
                read.add(id);
                return Optional.of(refusal(id, id.index() % 2 == 0 ? awaited : start, "x"));
            }
        });
        publication.account();
        System.gc();
        var kept = texts.stream().filter(text -> text.get() != null).count();
        assertTrue(kept <= 8, "at most 8 MiB are kept at hand: " + kept);
        heard.incrementAndGet();
        publication.account();
        for (var i = 2; i < 50; i += 2) assertTrue(read.contains(new ActId(US, i)), "what waited is read again: " + i);
    }

    /** Of what is no proposal. */
    private static Act refusal(ActId id, ActId after, String reason) {
        var body = Saying.body("proposal", "US/0");
        body.putObject("reason").put("es", reason);
        var to = new TreeSet<>(Saying.ALL);
        to.remove(id.party());
        var hash = Edition.sha256(id.toString().getBytes(StandardCharsets.UTF_8));
        return new Act(id, "compact.refused", "coordination", Instant.EPOCH, to, List.of(after), body, hash);
    }

    @Test
    void deniedIsWhateverIsNotAllowed() {
        var saying = new Saying(keys, true);
        var visibility = new Visibility(saying.founding.codes(), true, false, act -> true);
        var marked = Saying.body("initiative", "A1-05").put("public", true);
        assertTrue(visibility.visibleToPublic(saying.say(HN, "monitoring.reported", List.of(), marked)));
        for (var value : List.of("true", "yes", "1")) {
            var text = Saying.body("public", value);
            assertFalse(visibility.visibleToPublic(saying.say(HN, "monitoring.reported", List.of(), text)), value);
        }
        assertFalse(visibility.visibleToPublic(
                saying.say(HN, "monitoring.reported", List.of(), Saying.body("initiative", "A1-05"))));
        assertFalse(visibility.visibleToPublic(saying.say(HN, "compact.unheard-of", List.of(), marked)));
        assertFalse(visibility.visibleToPublic(saying.say(HN, "monitoring.reported", List.of(), marked, List.of(GT))));
        assertFalse(visibility.visibleToPublic(saying.say(HN, "offices.minute", List.of(), marked, List.of())));
    }

    /** Everything that can be said, by chance; what is not public is then said or not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anActThatIsNotPublicChangesNotAByte(boolean talks) {
        var changed = 0;
        for (var seed = 0; seed < 60; seed++) {
            var saying = new Saying(keys.resolve(talks + "-" + seed), talks).announce(PublicationTest::isFew);
            var random = new Random(seed);
            var announced = told(saying.account());
            for (var step = 0; step < 40; step++) step(saying, random);
            var complete = complete(saying);
            var visibility = new Visibility(saying.founding.codes(), talks, talks, complete::contains);
            var all = told(saying.account());
            var order = new ArrayList<>(saying.acts);
            Collections.shuffle(order, random);
            assertEquals(all, told(saying.account(order, act -> true)), "the order of arrival, seed " + seed);
            assertEquals(all, told(saying.account(order, visibility::visibleToPublic)), "seed " + seed);
            if (!all.equals(announced)) changed++;
        }
        assertTrue(changed > 10, "the histories say something that is public: " + changed);
    }

    /** So that the test above can fail: what is public does change bytes. */
    @Test
    void anActThatIsPublicIsMissedWhenItIsTakenAway() {
        var saying = new Saying(keys, false).announce(PublicationTest::isFew);
        var proposal = saying.propose(HN, A105, Saying.text(A105).put("due", "2027-01-31"));
        Act last = proposal;
        for (var party : List.of(GT, SV, US)) last = saying.assent(party, proposal, null);
        var taken = last.id();
        assertNotEquals(
                told(saying.account()),
                told(saying.account(saying.acts, act -> !act.id().equals(taken))));
    }

    private static Set<ActId> complete(Saying saying) {
        var complete = new HashSet<ActId>();
        for (var proposal : saying.acts) {
            if (!proposal.kind().equals("compact.proposed")) continue;
            var assents = new HashSet<PartyCode>(Set.of(proposal.by()));
            for (var act : saying.acts)
                if (act.kind().equals("compact.assented") && act.after().contains(proposal.id())) assents.add(act.by());
            var required = new HashSet<PartyCode>();
            for (var party : proposal.body().path("text").path("parties"))
                required.add(new PartyCode(party.asString()));
            required.retainAll(saying.founding.codes());
            if (assents.containsAll(required)) complete.add(proposal.id());
        }
        return complete;
    }

    private static void step(Saying saying, Random random) {
        var party = Saying.ALL.get(random.nextInt(4));
        var proposals = saying.acts.stream()
                .filter(act -> act.kind().equals("compact.proposed"))
                .toList();
        switch (random.nextInt(9)) {
            case 0 -> {
                // One proposal on an item, so that nobody breaks its word.
                var item = FEW.get(random.nextInt(FEW.size()));
                var known = proposals.stream()
                        .anyMatch(act -> act.body().path("item").asString().equals(item.toString()));
                if (!known && Saying.text(item).path("parties").toString().contains(party.value()))
                    saying.propose(
                            party, item, Saying.text(item).put("due", "2027-0" + (1 + random.nextInt(9)) + "-15"));
            }
            case 1, 2, 3, 4 -> word(saying, random, party, proposals);
            case 5 -> saying.report(party, A105, random.nextBoolean() ? "2026-11-20" : null);
            case 6 ->
                saying.say(
                        party,
                        "monitoring.reported",
                        List.of(saying.acts
                                .get(random.nextInt(saying.acts.size()))
                                .id()),
                        Saying.body("public", "true"));
            case 7 ->
                saying.say(
                        party,
                        "exchange.asked",
                        List.of(),
                        Saying.body("q", "?").put("public", true),
                        List.of(HN));
            default -> saying.say(party, "offices.minute", List.of(), Saying.body("root", "00"), List.of());
        }
    }

    private static void word(Saying saying, Random random, PartyCode party, List<Act> proposals) {
        if (proposals.isEmpty()) return;
        var proposal = proposals.get(random.nextInt(proposals.size()));
        var spoke = saying.acts.stream()
                .anyMatch(act -> act.by().equals(party)
                        && (act.equals(proposal)
                                || act.after().contains(proposal.id())
                                        && act.kind().startsWith("compact.")));
        if (spoke) return;
        if (random.nextInt(12) == 0) saying.refuse(party, proposal);
        else saying.assent(party, proposal, random.nextInt(3) == 0 ? "Con reserva " + random.nextInt() : null);
    }
}
