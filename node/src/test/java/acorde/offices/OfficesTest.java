package acorde.offices;

import static acorde.offices.TestOffices.declined;
import static acorde.offices.TestOffices.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.SignInOutcome.Reason;
import acorde.offices.SignInOutcome.Refused;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
final class OfficesTest {
    private static final String PASSWORD = "un puente de madera";
    private static final OfficeCode COORDINATION = new OfficeCode("coordination");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-02");

    private TestOffices test;
    private Offices offices;

    @BeforeEach
    void open() {
        test = new TestOffices("offices");
        offices = test.offices;
    }

    @AfterEach
    void close() {
        test.close();
    }

    private Reason refused(String account, String password, String address) {
        return assertInstanceOf(Refused.class, offices.signIn(account, password, address, null))
                .reason();
    }

    @Test
    void whoHoldsAnOfficeSignsInForIt() {
        test.officer("nadia.alvarenga", "coordination", PASSWORD);
        var session = test.signIn(" Nadia.Alvarenga", PASSWORD);
        assertEquals(COORDINATION, session.officer().office());
        assertEquals(Role.COORDINATOR, session.officer().role());
        assertFalse(session.passwordDue());
    }

    @Test
    void aFirstPasswordMustBeChanged() {
        var session = test.signIn(TestOffices.ADMINISTRATOR, test.administratorPassword);
        assertTrue(session.passwordDue());
        var renewed = done(offices.changePassword(session, test.administratorPassword, PASSWORD));
        assertFalse(renewed.passwordDue());
        assertFalse(test.signIn(TestOffices.ADMINISTRATOR, PASSWORD).passwordDue());
    }

    @Test
    void anUnknownAccountAndAWrongPasswordAreAnsweredAlike() {
        test.officer("nadia.alvarenga", "coordination", PASSWORD);
        assertEquals(new Reason.Wrong(), refused("nadia.alvarenga", "otra cosa distinta", "192.0.2.7"));
        assertEquals(new Reason.Wrong(), refused("nadie.conocido", "otra cosa distinta", "192.0.2.7"));
        assertEquals(new Reason.Wrong(), refused("no such name!", "otra cosa distinta", "192.0.2.7"));
    }

    @Test
    void anUnknownAccountIsThrottledLikeAKnownOne() {
        test.officer("nadia.alvarenga", "coordination", PASSWORD);
        for (var account : List.of("nadia.alvarenga", "nadie.conocido")) {
            for (var i = 0; i < 5; i++) assertEquals(new Reason.Wrong(), refused(account, "x", "192.0.2.7"));
            assertEquals(new Reason.Wrong(), refused(account, "x", "192.0.2.7"));
            assertEquals(
                    new Reason.Throttled(test.clock.instant().plusSeconds(2)), refused(account, PASSWORD, "192.0.2.7"));
        }
    }

    @Test
    void whoWaitsLongEnoughIsLetIn() {
        test.officer("nadia.alvarenga", "coordination", PASSWORD);
        for (var i = 0; i < 6; i++) refused("nadia.alvarenga", "x", "192.0.2.7");
        assertInstanceOf(Reason.Throttled.class, refused("nadia.alvarenga", PASSWORD, "192.0.2.7"));
        test.clock.forward(Duration.ofSeconds(2));
        test.signIn("nadia.alvarenga", PASSWORD);
        assertEquals(new Reason.Wrong(), refused("nadia.alvarenga", "x", "192.0.2.7"));
    }

    @Test
    void oneAddressIsThrottledAcrossAccounts() {
        for (var i = 0; i < 31; i++) assertEquals(new Reason.Wrong(), refused("name" + i, "x", "192.0.2.7"));
        assertInstanceOf(Reason.Throttled.class, refused("name31", "x", "192.0.2.7"));
        assertEquals(new Reason.Wrong(), refused("name31", "x", "192.0.2.8"));
    }

    @Test
    void whoKnowsOnePasswordCannotResetTheCountOfTheirAddress() {
        test.officer("nadia.alvarenga", "coordination", PASSWORD);
        var wrong = 0;
        for (var i = 0; wrong < 31; i++) {
            if (i % 3 == 2)
                assertInstanceOf(
                        SignInOutcome.SignedIn.class, offices.signIn("nadia.alvarenga", PASSWORD, "192.0.2.7", null));
            else assertEquals(new Reason.Wrong(), refused("name" + wrong++, "x", "192.0.2.7"));
        }
        assertInstanceOf(Reason.Throttled.class, refused("another", "x", "192.0.2.7"));
    }

    @Test
    void manyAttemptsAtTheSameMomentAreAllCounted() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(12)) {
            Callable<Reason> guess = () -> refused("nadie.conocido", "x", "192.0.2.7");
            var looked = 0;
            for (var outcome : threads.invokeAll(
                    IntStream.range(0, 40).mapToObj(i -> guess).toList()))
                if (outcome.get() instanceof Reason.Wrong) looked++;
            assertTrue(looked <= 6, looked + " guesses were looked at");
        }
    }

    @Test
    void withTheRightPasswordOneIsToldThatTheAccountIsClosed() {
        var nadia = test.officer("nadia.alvarenga", "coordination", PASSWORD);
        done(offices.closeAccount(test.administrator, nadia));
        assertEquals(new Reason.Closed(), refused("nadia.alvarenga", PASSWORD, "192.0.2.7"));
        assertEquals(new Reason.Wrong(), refused("nadia.alvarenga", "x", "192.0.2.7"));
        done(offices.reopenAccount(test.administrator, nadia));
        test.signIn("nadia.alvarenga", PASSWORD);
    }

    @Test
    void whoHoldsNoOfficeTodayIsNotLetIn() {
        test.officer("nadia.alvarenga", "coordination", PASSWORD);
        var holding = offices.holdings().stream()
                .filter(held -> held.office().equals(COORDINATION))
                .findFirst()
                .orElseThrow();
        done(offices.endHolding(test.administrator, holding.id(), TODAY));
        assertEquals(new Reason.NotHoldingAnyOffice(), refused("nadia.alvarenga", PASSWORD, "192.0.2.7"));
    }

    @Test
    void aHandOverEndsOneHoldingBeginsTheNextAndKeepsBoth() {
        var nadia = test.officer("nadia.alvarenga", "coordination", PASSWORD);
        var session = test.signIn("nadia.alvarenga", PASSWORD);
        var omar = test.person("Omar Valladares Ruiz").id();
        var before = offices.holdings().stream()
                .filter(held -> held.person().equals(nadia))
                .findFirst()
                .orElseThrow();
        var after = done(offices.handOver(test.administrator, before.id(), omar, TODAY));
        assertEquals(new Term(TODAY, null), after.term());
        assertEquals(
                List.of(new Term(LocalDate.parse("2026-11-01"), TODAY), new Term(TODAY, null)),
                offices.holdings().stream()
                        .filter(held -> held.office().equals(COORDINATION))
                        .map(Holding::term)
                        .toList());
        assertFalse(offices.stands(session), "who handed the office over no longer acts for it");
    }

    @Test
    void aSessionStandsUntilItsPasswordIsChangedElsewhere() {
        test.officer("nadia.alvarenga", "coordination", PASSWORD);
        var one = test.signIn("nadia.alvarenga", PASSWORD);
        var other = test.signIn("nadia.alvarenga", PASSWORD);
        var renewed = done(offices.changePassword(one, PASSWORD, "otro puente, de piedra"));
        assertTrue(offices.stands(renewed));
        assertFalse(offices.stands(one));
        assertFalse(offices.stands(other));
    }

    @Test
    void aPasswordIsChangedOnlyByWhoKnowsThePresentOne() {
        test.officer("nadia.alvarenga", "coordination", PASSWORD);
        var session = test.signIn("nadia.alvarenga", PASSWORD);
        assertEquals(Rule.PASSWORD_WRONG, declined(offices.changePassword(session, "x", "otro puente, de piedra")));
        assertEquals(Rule.PASSWORD_THE_SAME, declined(offices.changePassword(session, PASSWORD, PASSWORD)));
        assertEquals(Rule.PASSWORD_LENGTH, declined(offices.changePassword(session, PASSWORD, "corta")));
        for (var i = 0; i < 6; i++) offices.changePassword(session, "x", "otro puente, de piedra");
        assertEquals(Rule.TRY_LATER, declined(offices.changePassword(session, PASSWORD, "otro puente, de piedra")));
        assertInstanceOf(SignInOutcome.SignedIn.class, offices.signIn("nadia.alvarenga", PASSWORD, "192.0.2.7", null));
    }

    @Test
    void anOfficerTakesUpOnlyOfficesTheyHold() {
        var nadia = test.officer("nadia.alvarenga", "coordination", PASSWORD);
        var session = test.signIn("nadia.alvarenga", PASSWORD);
        done(offices.addOffice(
                test.administrator, "representative-a1", "Representación en la mesa A1", "Representation, group A1"));
        var representation = new OfficeCode("representative-a1");
        assertEquals(Optional.empty(), offices.actFor(session, representation));
        assertEquals(Optional.empty(), offices.actFor(session, OfficeCode.NODE));
        done(offices.beginHolding(test.administrator, nadia, representation, Term.since(TODAY)));
        assertEquals(
                representation,
                offices.actFor(session, representation).orElseThrow().officer().office());
    }

    @Test
    void theLastAdministratorCannotLeave() {
        var held = offices.holdings().getFirst();
        assertEquals(Rule.LAST_ADMINISTRATOR, declined(offices.endHolding(test.administrator, held.id(), TODAY)));
        assertEquals(Rule.LAST_ADMINISTRATOR, declined(offices.closeAccount(test.administrator, held.person())));
        var withoutAccount = test.person("Delmy Andino Soto").id();
        assertEquals(
                Rule.LAST_ADMINISTRATOR,
                declined(offices.handOver(test.administrator, held.id(), withoutAccount, TODAY)));
        test.officer("lidia.zuniga", "administration", PASSWORD);
        done(offices.closeAccount(test.administrator, held.person()));
        assertTrue(offices.isAdministered());
    }

    @Test
    void whatIsMissingOrTakenIsDeclinedByName() {
        var admin = test.administrator;
        var person = test.person("Delmy Andino Soto").id();
        var nobody = new Person.Id(999);
        assertEquals(
                Rule.UNKNOWN_PERSON, declined(offices.beginHolding(admin, nobody, COORDINATION, Term.since(TODAY))));
        assertEquals(
                Rule.UNKNOWN_OFFICE,
                declined(offices.beginHolding(admin, person, new OfficeCode("liaison-none"), Term.since(TODAY))));
        assertEquals(Rule.UNKNOWN_HOLDING, declined(offices.endHolding(admin, 999, TODAY)));
        assertEquals(Rule.UNKNOWN_PERSON, declined(offices.openAccount(admin, nobody, "nobody")));
        assertEquals(Rule.ACCOUNT_NAME, declined(offices.openAccount(admin, person, "Con Espacios")));
        assertEquals(Rule.ACCOUNT_NAME_TAKEN, declined(offices.openAccount(admin, person, "ELMER.PINEDA")));
        assertEquals(Rule.HAS_ACCOUNT, declined(offices.openAccount(admin, admin.person(), "second")));
        assertEquals(Rule.OFFICE_EXISTS, declined(offices.addOffice(admin, "coordination", "x", "x")));
        assertEquals(Rule.OFFICE_CODE, declined(offices.addOffice(admin, "node", "x", "x")));
        assertEquals(Rule.OFFICE_CODE, declined(offices.addOffice(admin, "liaison A", "x", "x")));
        assertEquals(Rule.UNREADABLE_NAME, declined(offices.addOffice(admin, "liaison-a", " ", "x")));
        assertEquals(Rule.UNREADABLE_NAME, declined(offices.addPerson(admin, "a\u202Eb")));
        assertEquals(Rule.UNREADABLE_NAME, declined(offices.addPerson(admin, "x".repeat(121))));
    }

    @Test
    void aTokenActsForItsOfficeAndNoLonger() {
        test.officer("nadia.alvarenga", "coordination", PASSWORD);
        var officer = test.signIn("nadia.alvarenga", PASSWORD).officer();
        var token =
                done(offices.makeToken(officer, "tablero del ministerio", 30)).reveal();
        assertEquals(Optional.of(officer), offices.tokenHolder(token));
        assertEquals(TODAY, offices.tokens(officer.person()).getFirst().used());
        test.clock.forward(Duration.ofDays(30).minusMillis(1));
        assertTrue(offices.tokenHolder(token).isPresent());
        test.clock.forward(Duration.ofMillis(1));
        assertEquals(Optional.empty(), offices.tokenHolder(token));
    }

    @Test
    void aTokenEndsWithItsOwnersHoldingOrAccount() {
        var nadia = test.officer("nadia.alvarenga", "coordination", PASSWORD);
        var officer = test.signIn("nadia.alvarenga", PASSWORD).officer();
        var token = done(offices.makeToken(officer, "tablero", 30)).reveal();
        done(offices.closeAccount(test.administrator, nadia));
        assertEquals(Optional.empty(), offices.tokenHolder(token));
        done(offices.reopenAccount(test.administrator, nadia));
        assertEquals(Optional.empty(), offices.tokenHolder(token), "what ended does not come back with the account");
        token = done(offices.makeToken(officer, "tablero", 30)).reveal();
        assertTrue(offices.tokenHolder(token).isPresent());
        var holding = offices.holdings().stream()
                .filter(held -> held.person().equals(nadia))
                .findFirst()
                .orElseThrow();
        done(offices.endHolding(test.administrator, holding.id(), TODAY));
        assertEquals(Optional.empty(), offices.tokenHolder(token));
    }

    @Test
    void aNewPasswordGivenByTheAdministratorEndsTheTokens() {
        var nadia = test.officer("nadia.alvarenga", "coordination", PASSWORD);
        var officer = test.signIn("nadia.alvarenga", PASSWORD).officer();
        var token = done(offices.makeToken(officer, "de quien no debía", 365)).reveal();
        done(offices.resetPassword(test.administrator, nadia));
        assertEquals(Optional.empty(), offices.tokenHolder(token));
    }

    @Test
    void aTokenIsRevokedByItsOwnerOrAnAdministratorAndNobodyElse() {
        test.officer("nadia.alvarenga", "coordination", PASSWORD);
        var other = test.signIn("nadia.alvarenga", PASSWORD).officer();
        test.officer("omar.valladares", "observation", PASSWORD);
        var owner = test.signIn("omar.valladares", PASSWORD).officer();
        var first = done(offices.makeToken(owner, "uno", 1)).reveal();
        var second = done(offices.makeToken(owner, "dos", 1)).reveal();
        var ids = offices.tokens(owner.person()).stream().map(Token::id).toList();
        for (var token : new String[] {first, second, first, second})
            assertTrue(offices.tokenHolder(token).isPresent(), "in use, and so remembered");
        assertEquals(Rule.UNKNOWN_TOKEN, declined(offices.revokeToken(other, ids.get(0))));
        done(offices.revokeToken(owner, ids.get(0)));
        done(offices.revokeToken(test.administrator, ids.get(1)));
        assertEquals(Rule.ENDED_ALREADY, declined(offices.revokeToken(owner, ids.get(0))));
        assertEquals(Optional.empty(), offices.tokenHolder(first));
        assertEquals(Optional.empty(), offices.tokenHolder(second));
        assertEquals(List.of(), offices.liveTokens());
    }

    @Test
    void aTokenLivesFromOneToThreeHundredAndSixtyFiveDays() {
        var officer = test.administrator;
        assertEquals(Rule.TOKEN_DAYS, declined(offices.makeToken(officer, "x", 0)));
        assertEquals(Rule.TOKEN_DAYS, declined(offices.makeToken(officer, "x", 366)));
        done(offices.makeToken(officer, "x", 365));
        assertEquals(Rule.UNREADABLE_NAME, declined(offices.makeToken(officer, "", 1)));
    }

    @Test
    void nobodyHasMoreThanTwentyTokensInForce() {
        for (var i = 0; i < 20; i++) done(offices.makeToken(test.administrator, "clave " + i, 1));
        assertEquals(Rule.TOO_MANY_TOKENS, declined(offices.makeToken(test.administrator, "una más", 1)));
        test.clock.forward(Duration.ofDays(1));
        done(offices.makeToken(test.administrator, "una más", 1));
    }

    @Test
    void thereIsOneFirstAdministrator() {
        assertEquals(Rule.ADMINISTERED_ALREADY, declined(offices.firstAdministrator("Otra Persona", "otra.persona")));
    }

    @Test
    void noPasswordOrTokenIsKeptAnywhereInAFormThatCanBeUsed() {
        test.officer("nadia.alvarenga", "coordination", PASSWORD);
        var officer = test.signIn("nadia.alvarenga", PASSWORD).officer();
        var token = done(offices.makeToken(officer, "tablero", 30)).reveal();
        var reset = done(offices.resetPassword(test.administrator, officer.person()))
                .reveal();
        refused("esta es mi contraseña", "escrita en otro campo", "192.0.2.7");
        refused("nadia.alvarenga", "casi mi contraseña", "192.0.2.7");
        var dump = test.dump();
        for (var secret : List.of(
                PASSWORD,
                test.administratorPassword,
                reset,
                token,
                token.substring(token.length() - 43),
                "esta es mi contraseña",
                "escrita en otro campo",
                "casi mi contraseña")) assertFalse(dump.contains(secret), "kept: " + secret);
    }

    @Test
    void everyChangeAndSignInHasItsLine() {
        var nadia = test.officer("nadia.alvarenga", "coordination", PASSWORD);
        refused("nadia.alvarenga", "x", "192.0.2.7");
        var officer = test.signIn("nadia.alvarenga", PASSWORD).officer();
        done(offices.makeToken(officer, "tablero", 30));
        done(offices.closeAccount(test.administrator, nadia));
        var what = test.journal().stream()
                .map(line -> line.replaceAll(".*\"what\":\"([a-z-]+)\".*", "$1"))
                .toList();
        assertEquals(
                List.of(
                        "person-added",
                        "holding-begun",
                        "account-opened",
                        "person-added",
                        "holding-begun",
                        "account-opened",
                        "signed-in",
                        "password-changed",
                        "sign-in-refused",
                        "signed-in",
                        "token-made",
                        "account-closed"),
                what);
        assertTrue(
                test.journal().get(8).contains("\"person\":\"" + nadia + "\""),
                test.journal().get(8));
    }

    @Test
    void aDeclinedChangeLeavesNoTrace() {
        var before = test.dump();
        declined(offices.addOffice(test.administrator, "coordination", "x", "x"));
        declined(offices.endHolding(test.administrator, 999, TODAY));
        assertEquals(before, test.dump());
    }
}
