package acorde.web;

import static acorde.web.LiaisonGroup.GROUP;
import static acorde.web.LiaisonGroup.page;
import static acorde.web.LiaisonGroup.says;
import static acorde.web.LiaisonGroup.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Said;
import acorde.compact.Group;
import acorde.exchange.Mailbox;
import acorde.exchange.PartyNode;
import acorde.exchange.Recalled;
import acorde.exchange.Ref;
import acorde.exchange.Reports;
import acorde.exchange.Turn;
import acorde.exchange.Urgency;
import acorde.notices.Address;
import acorde.notices.Letter;
import acorde.notices.MailServer;
import acorde.notices.Notices;
import acorde.notices.Rogue;
import acorde.notices.Rule;
import acorde.notices.Written;
import acorde.offices.Officer;
import acorde.offices.Role;
import acorde.policy.Field;
import acorde.postgres.DatabaseUnavailable;
import acorde.postgres.Lease;
import acorde.stix.Names;
import acorde.trust.PartyCode;
import acorde.web.mail.MailWords;
import acorde.webhooks.Hook;
import acorde.webhooks.Receiver;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An officer of Guatemala asks to be told by mail, is told, and turns it off; then systems are told of the same. Over a real mail server and a real
 * HTTPS server.
 */
@Tag("database")
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
// longer than a file should be: one story on one pair of nodes, which would take as long again to start for a second
final class NoticesTest {
    private static final String ADDRESS = "coordinacion@gobernacion.example";
    private static final Pattern CODE = Pattern.compile("Su código es ([0-9]{8})");
    private static final String INSIDE = "palabra-interna-4471";

    @TempDir
    static Path folder;

    private static GreenMail mail;
    private static Receiver receiver;
    private static String secret;
    private static LiaisonGroup group;
    private static TestDesk.One node;

    @BeforeAll
    static void start() throws Exception {
        mail = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        var desk = new TestDesk(folder);
        desk.mail(server());
        receiver = new Receiver(folder, "dns:localhost");
        desk.reach(receiver.reach());
        group = new LiaisonGroup(desk, Group.Kind.BILATERAL);
        node = group.guatemala;
    }

    /** The server comes back where it was. */
    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static MailServer server() {
        return server("smtp://127.0.0.1:" + mail.getSmtp().getPort());
    }

    private static MailServer server(String address) {
        return MailServer.of(
                URI.create(address),
                null,
                new Address("acorde@gobernacion.example"),
                URI.create("https://acorde.example"),
                null);
    }

    @AfterAll
    static void stop() throws IOException {
        group.close();
        receiver.close();
        mail.stop();
    }

    /** Notices of the same node that are sent by that server in those words. */
    private static Notices by(MailServer server, BiFunction<Letter, MailServer, Written> words) {
        return by(server, node.records.lease, words);
    }

    private static Notices by(MailServer server, Lease lease, BiFunction<Letter, MailServer, Written> words) {
        return new Notices(
                node.present.and(node.webhooks::silent),
                node.records.offices,
                node.records.postgres,
                lease,
                node.records.clock,
                server,
                words);
    }

    private static Officer officer(Role role) {
        return node.records.signIn("officer." + role.code(), TestDesk.PASSWORD).officer();
    }

    private static String code(MimeMessage message) {
        var match = CODE.matcher(text(message));
        assertTrue(match.find(), text(message));
        return match.group(1);
    }

    private static void pace(String pace) {
        assertEquals(
                303, group.gt.post("/me/notices/pace?lang=es", "pace", pace).statusCode());
    }

    /** What came since the last time. */
    private static MimeMessage[] round() {
        node.notices.round();
        var came = mail.getReceivedMessages();
        try {
            mail.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new AssertionError(e);
        }
        return came;
    }

    private static String text(MimeMessage message) {
        try {
            return message.getContent().toString().replace("\r\n", "\n");
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static void forward(Duration time) {
        node.records.clock.forward(time);
        group.gt = node.officer(Role.COORDINATOR);
    }

    @Test
    @Order(1)
    void nobodyIsWrittenToWhoHasNotAskedForIt() {
        group.call("2026-12-01");
        assertEquals(0, round().length);
        assertEquals(422, group.gt.post("/me/notices/pace", "pace", "at-once").statusCode());
        for (var wrong : List.of("nadie", "a@b\r\nBcc: c@d", "a@b,c@d"))
            assertEquals(
                    422, group.gt.post("/me/notices/address", "address", wrong).statusCode(), wrong);
        assertEquals(0, round().length);
    }

    @Test
    @Order(2)
    void anAddressGetsACodeAndNothingElseUntilTheCodeComesBack() {
        assertEquals(
                303,
                group.gt.post("/me/notices/address?lang=es", "address", ADDRESS).statusCode());
        var came = round();
        assertEquals(1, came.length);
        assertEquals(0, round().length, "not a second time, and no notice");
        var code = code(came[0]);
        assertFalse(page(group.gt, "/me/notices").contains(code));
        var other = code.equals("00000000") ? "00000001" : "00000000";
        assertEquals(422, group.gt.post("/me/notices/code", "code", other).statusCode());
        assertEquals(303, group.gt.post("/me/notices/code", "code", code).statusCode());
        assertTrue(page(group.gt, "/me/notices?lang=es").contains("Confirmada."));
    }

    @Test
    @Order(3)
    void whatAwaitsIsToldOnceByAPageAndNothingOfWhatItIs() {
        var asked = signed(group.us, GROUP + "/circulars", "textEs", INSIDE, "textEn", INSIDE, "until", "2027-01-31");
        node.until("it is there", () -> says(group.gt, asked + "?lang=es", INSIDE));
        var came = round();
        assertEquals(1, came.length);
        var text = text(came[0]);
        assertTrue(
                text.contains("Una decisión espera que su parte se pronuncie.\nhttps://acorde.example" + asked), text);
        assertTrue(text.contains("Se convocó una reunión.\nhttps://acorde.example/sittings/GT/"), text);
        for (var inside : List.of(INSIDE, "enlace", "Enlazar", "2026-12-01", "reunion.example", "officer"))
            assertFalse(text.contains(inside), text);
        forward(Duration.ofMinutes(15));
        assertEquals(0, round().length, "nothing new");
    }

    @Test
    @Order(4)
    void withinAQuarterOfAnHourThereIsOneLetter() {
        group.call("2026-12-02");
        assertEquals(1, round().length);
        group.call("2026-12-03");
        assertEquals(0, round().length);
        forward(Duration.ofMinutes(15));
        assertEquals(1, round().length);
    }

    @Test
    @Order(5)
    void aLetterWaitsForAServerThatIsAwayAndIsSentOnceByTheNodeThatComesAfter() {
        group.call("2026-12-04");
        forward(Duration.ofMinutes(15));
        mail.stop();
        node.notices.round();
        group.call("2026-12-05");
        mail.start();
        forward(Duration.ofMinutes(1));
        by(server(), MailWords::write).round();
        assertEquals(1, mail.getReceivedMessages().length, "the letter that waited, and no second one before its time");
        assertEquals(1, round().length);
        forward(Duration.ofMinutes(15));
        assertEquals(1, round().length, "what came meanwhile");
    }

    @Test
    @Order(6)
    void aDailyLetterComesInTheMorningAndOnceADay() {
        assertEquals(
                303, group.gt.post("/me/notices/pace?lang=en", "pace", "daily").statusCode());
        group.call("2026-12-07");
        assertEquals(0, round().length, "of today there was one");
        forward(Duration.ofDays(1));
        var came = round();
        assertEquals(1, came.length);
        assertTrue(text(came[0]).contains("A meeting was called."), text(came[0]));
        group.call("2026-12-08");
        forward(Duration.ofHours(1));
        assertEquals(0, round().length);
    }

    @Test
    @Order(7)
    void whoHasALetterTurnsNoticesOffWithoutSigningIn() throws MessagingException {
        forward(Duration.ofDays(1));
        var came = round();
        assertEquals(1, came.length);
        var off = came[0].getHeader("List-Unsubscribe", null).replaceAll("[<>]|https://acorde.example", "");
        var stranger = node.visitor();
        var wrong = off.substring(0, off.length() - 1) + (off.endsWith("0") ? "1" : "0");
        for (var none : List.of(wrong, "/notices/off/999/" + "0".repeat(32), "/notices/off/x/y")) {
            assertEquals(404, stranger.get(none).statusCode(), none);
            assertEquals(404, stranger.post(none).statusCode(), none);
        }
        assertEquals(200, stranger.get(off).statusCode());
        assertTrue(
                page(group.gt, "/me/notices?lang=es").contains("id=\"pace-daily\" value=\"daily\" checked"),
                "it only asks");
        assertEquals(200, stranger.post(off).statusCode());
        group.call("2026-12-09");
        forward(Duration.ofDays(1));
        assertEquals(0, round().length);
        assertEquals(303, group.gt.post("/me/notices/removal").statusCode());
        assertFalse(page(group.gt, "/me/notices").contains(ADDRESS));
        assertEquals(404, stranger.get(off).statusCode());
    }

    @Test
    @Order(9)
    void theJournalHasWhoChoseWhatAndNoAddress() {
        var journal = String.join("\n", node.records.journal());
        for (var what :
                List.of("notices-address", "notices-code-wrong", "notices-confirmed", "notices-pace", "notices-off"))
            assertTrue(journal.contains(what), what);
        assertFalse(journal.contains(ADDRESS));
    }

    @Test
    @Order(8)
    void aCodeIsSentFiveTimesADayAndTriedFiveTimes() {
        forward(Duration.ofDays(1));
        var code = "";
        for (var time = 0; time < 5; time++) {
            assertEquals(
                    303,
                    group.gt
                            .post("/me/notices/address?lang=es", "address", ADDRESS)
                            .statusCode());
            code = code(round()[0]);
        }
        assertEquals(
                422, group.gt.post("/me/notices/address", "address", ADDRESS).statusCode());
        for (var time = 0; time < 5; time++)
            assertEquals(422, group.gt.post("/me/notices/code", "code", "1234").statusCode());
        assertEquals(422, group.gt.post("/me/notices/code", "code", code).statusCode());
        assertEquals(303, group.gt.post("/me/notices/removal").statusCode());
        assertEquals(
                422,
                group.gt.post("/me/notices/address", "address", ADDRESS).statusCode(),
                "who forgets the address is counted on");
    }

    @Test
    @Order(10)
    void aLetterIsTriedEightTimesThenGivenUpAndShownAndTheNextOneTellsTheSame() {
        forward(Duration.ofDays(1));
        var who = officer(Role.COORDINATOR);
        assertEquals(Optional.empty(), node.notices.address(who, ADDRESS, "es"));
        assertEquals(Optional.empty(), node.notices.confirm(who, code(round()[0])));
        var tries = new AtomicInteger();
        var away = by(server("smtp://127.0.0.1:" + freePort()), (letter, server) -> {
            if (tries.incrementAndGet() == 1) throw new IllegalArgumentException("no words for it");
            return MailWords.write(letter, server);
        });
        away.round();
        for (var minutes : List.of(1, 5, 15, 60, 240, 720, 1440)) {
            var before = tries.get();
            node.records.clock.forward(Duration.ofMinutes(minutes).minusSeconds(1));
            away.round();
            assertEquals(before, tries.get(), "not before its time");
            assertNull(node.notices.of(who).orElseThrow().lost());
            node.records.clock.forward(Duration.ofSeconds(1));
            away.round();
            assertEquals(before + 1, tries.get());
        }
        assertEquals(8, tries.get());
        forward(Duration.ZERO);
        assertTrue(page(group.gt, "/me/notices?lang=es").contains("no aceptó un aviso"), "its reader sees that");
        var came = round();
        assertEquals(1, came.length);
        assertTrue(text(came[0]).contains("Se convocó una reunión."), text(came[0]));
    }

    @Test
    @Order(11)
    void whatALetterNeverToldIsToldOnceItsReaderTurnsNoticesOnAgain() throws IOException {
        try (var refusing = Rogue.refusing()) {
            group.call("2026-12-10");
            forward(Duration.ofMinutes(15));
            by(server(refusing.address()), MailWords::write).round();
            forward(Duration.ofMinutes(15));
            assertEquals(0, round().length, "what is refused is not tried again by itself");
            pace("off");
            pace("at-once");
            assertEquals(1, round().length);
        }
        group.call("2026-12-11");
        forward(Duration.ofMinutes(15));
        by(server("smtp://127.0.0.1:" + freePort()), MailWords::write).round();
        pace("off");
        forward(Duration.ofMinutes(15));
        assertEquals(0, round().length, "it waited, and is sent no more");
        pace("at-once");
        assertEquals(1, round().length);
        forward(Duration.ofMinutes(15));
        assertEquals(0, round().length, "what was told is told once");
    }

    @Test
    @Order(12)
    void aNodeThatEndsAfterTheServerHasALetterAndBeforeItIsNotedSendsItAgainUnderTheSameName()
            throws MessagingException {
        group.call("2026-12-12");
        forward(Duration.ofMinutes(15));
        var held = new AtomicReference<>(node.records.postgres.lease("of the test"));
        var ending = by(server(), held.get(), (letter, server) -> {
            held.get().close();
            held.set(node.records.postgres.lease("of the test"));
            return MailWords.write(letter, server);
        });
        // Written by the node, handed in by a process whose right to write ends while the server takes the letter.
        assertThrows(DatabaseUnavailable.class, ending::round);
        held.get().close();
        var came = round();
        assertEquals(2, came.length);
        assertEquals(came[0].getMessageID(), came[1].getMessageID());
        assertEquals(0, round().length, "and then no more");
    }

    @Test
    @Order(13)
    void whoForgetsTheAddressWhileALetterBeforeTheirsIsHandedInGetsNone() throws MessagingException {
        group.call("2026-12-12");
        forward(Duration.ofDays(1));
        var off = round()[0].getHeader("List-Unsubscribe", null).replaceAll("[<>]|https://acorde.example", "");
        assertEquals(200, node.visitor().get(off).statusCode());
        node.officer(Role.REPRESENTATIVE);
        var both = List.of(officer(Role.COORDINATOR), officer(Role.REPRESENTATIVE));
        for (var one : both) assertEquals(Optional.empty(), node.notices.address(one, ADDRESS, "es"));
        assertEquals(404, node.visitor().get(off).statusCode(), "an old letter turns nothing off at a new address");
        var slow = by(server(), (letter, server) -> {
            for (var one : both) if (!one.person().equals(letter.to().person())) node.notices.forget(one);
            return MailWords.write(letter, server);
        });
        slow.round();
        assertEquals(1, round().length);
    }

    @Test
    @Order(14)
    void anAddressIsConfirmedByItsOwnCodeAlsoWhileItIsBeingChanged() throws Exception {
        forward(Duration.ofDays(1));
        var who = officer(Role.COORDINATOR);
        assertEquals(Optional.empty(), node.notices.address(who, ADDRESS, "es"));
        var code = code(round()[0]);
        var others = JdbcClient.create(node.records.postgres.readers());
        try (var at = Executors.newVirtualThreadPerTaskExecutor();
                var changing = node.records.postgres.open()) {
            changing.setAutoCommit(false);
            try (var change = changing.prepareStatement(
                    "update notices.subscription set address = 'otra@ajena.example', code = null where person = ?")) {
                change.setLong(1, who.person().value());
                assertEquals(1, change.executeUpdate());
            }
            var declined = at.submit(() -> node.notices.confirm(who, code));
            node.until(
                    "it waits for the change",
                    () -> others.sql("""
                            select count(*) > 0 from pg_stat_activity where datname = current_database()
                              and wait_event_type = 'Lock' and query like '%notices.subscription%'""").query(Boolean.class).single());
            changing.commit();
            assertEquals(Optional.of(Rule.NOT_THAT_CODE), declined.get());
        }
        assertFalse(node.notices.of(who).orElseThrow().confirmed());
    }

    @Test
    @Order(15)
    void ofManyRequestsAtOnceFiveADaySendACode() throws Exception {
        forward(Duration.ofDays(1));
        var who = officer(Role.COORDINATOR);
        try (var at = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 10)
                    .mapToObj(_ -> at.submit(() -> node.notices.address(who, ADDRESS, "es")))
                    .toList();
            var sent = 0;
            for (var one : asked) if (one.get().isEmpty()) sent++;
            assertEquals(5, sent);
        }
    }

    /** Confirms an address for whoever holds that office. */
    private static void subscribe(Officer who) {
        var address = who.office() + "@gobernacion.example";
        assertEquals(Optional.empty(), node.notices.address(who, address, "es"));
        var code = Arrays.stream(round())
                .filter(message -> recipient(message).equals(address)
                        && CODE.matcher(text(message)).find())
                .findFirst();
        assertEquals(Optional.empty(), node.notices.confirm(who, code(code.orElseThrow())));
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static ActId sent(Turn turn) {
        var us = PartyNode.officer("analysis");
        var now = group.states.records.clock.instant();
        var report = Reports.report(one -> {
            one.ref = Ref.fresh();
            one.exercise = false;
            one.parts.put(Field.TITLE, INSIDE);
            one.turn = turn;
        });
        var seen = group.states.exchange.preview(report, List.of(new PartyCode("GT")), now);
        var said = assertInstanceOf(Said.Written.class, group.states.exchange.send(us, report, seen, now));
        return ((Act) said.acts().getFirst()).id();
    }

    private static String copy(ActId whole) {
        return group.states.exchange.copies(whole).getFirst().act().toString();
    }

    /** As that of somebody whom it would reach in the country they fled. */
    private static void hide(ActId whole) {
        try (var changing = node.records.postgres.open();
                var change = changing.prepareStatement(
                        "update exchange.item set outline = (outline::jsonb || '{\"never\":[\"GT\"],\"persons\":[\"person\"]}')"
                                + "::text where act = ?")) {
            change.setString(1, copy(whole));
            assertEquals(1, change.executeUpdate());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** AS-1: not whoever holds an office that may not find it, in no words and in no letter. */
    @Test
    @Order(16)
    void whatComesToTheMailboxIsToldToWhoMayFindItByItsPageAlone() {
        forward(Duration.ofDays(1));
        var who = officer(Role.COORDINATOR);
        node.records.officer("officer.analysis-a3", "analysis-a3", TestDesk.PASSWORD);
        subscribe(node.records.signIn("officer.analysis-a3", TestDesk.PASSWORD).officer());
        subscribe(who);
        round();
        group.states.records.clock.forward(
                Duration.between(group.states.records.clock.instant(), node.records.clock.instant()));
        var report = sent(Turn.TELLS);
        var request = sent(new Turn.Asks(Urgency.DIRECT, null));
        var hidden = sent(Turn.TELLS);
        node.until(
                "all have come",
                () -> node.requests
                                        .open(who, Mailbox.Way.RECEIVED, node.records.clock.instant())
                                        .size()
                                == 1
                        && node.exchange
                                        .tidings()
                                        .items(who, node.records.clock.instant())
                                        .size()
                                == 2);
        hide(hidden);
        forward(Duration.ofMinutes(15));
        var came = round();
        assertEquals(1, came.length);
        assertEquals("coordination@gobernacion.example", recipient(came[0]));
        var text = text(came[0]);
        var page = "https://acorde.example/exchange/";
        assertTrue(text.contains("Algo llegó al buzón de su despacho.\n" + page + copy(report) + "\n"), text);
        assertTrue(text.contains("Una solicitud espera en el buzón de su despacho.\n" + page + copy(request)), text);
        for (var inside : List.of(INSIDE, "A2", "AMBER", "8 h", "urgente", "Estados Unidos", copy(hidden)))
            assertFalse(text.contains(inside), text);
        assertEquals("Acorde: 2 avisos", subject(came[0]), "of what it may find, and no more");
        forward(Duration.ofMinutes(15));
        assertEquals(0, round().length, "what was told is told once");
        var why = new Recalled.Why(Recalled.Ground.WRONG_RECIPIENT, LocalDate.parse("2027-12-31"));
        var gt = Set.of(new PartyCode("GT"));
        assertInstanceOf(
                Said.Written.class, group.states.exchange.recall(PartyNode.officer("analysis"), report, gt, why));
        node.until("the order has come", () -> !node.exchange.orders(who).isEmpty());
        forward(Duration.ofMinutes(15));
        var order = round();
        assertEquals(1, order.length);
        assertEquals("coordination@gobernacion.example", recipient(order[0]));
        assertTrue(
                text(order[0])
                        .contains(
                                "Llegó una orden de retirar algo que su parte tenía.\nhttps://acorde.example/exchange\n"),
                text(order[0]));
    }

    /** What a system was told since the last time, each as the body of an event that it knows to be the node's. */
    private static List<String> told() {
        node.webhooks.round();
        return receiver.took().stream()
                .filter(one -> receiver.accepts(one, secret, node.records.clock.instant()))
                .map(Receiver.Got::body)
                .toList();
    }

    private static String event(String kinds) {
        return "{\"type\":\"acorde.waits\",\"data\":{\"office\":\"coordination\",\"kinds\":{" + kinds + "}}}";
    }

    private static String key(String office) {
        return node.records.offices.liveTokens().stream()
                .filter(token -> token.office().value().equals(office))
                .map(token -> token.id().value())
                .findFirst()
                .orElseThrow();
    }

    private static Hook hook() {
        return node.webhooks.hooks().stream()
                .filter(one -> one.address().toString().contains("camino"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(17)
    void anAdministratorSaysWhereASystemIsToldAndIsShownItsSecretOnce() {
        var program = node.token(Role.COORDINATOR);
        var admin = node.officer(Role.ADMINISTRATOR);
        var address = "https://" + receiver.host() + "/avisos?camino=secreto";
        for (var wrong : List.of(
                "",
                "http://" + receiver.host() + "/",
                "https://a:b@" + receiver.host() + "/",
                "https://127.0.0.1/",
                "https://169.254.169.254/latest")) {
            var answer = admin.post("/webhooks", "program", key("coordination"), "address", wrong);
            assertEquals(422, answer.statusCode(), wrong);
        }
        assertEquals(
                422,
                admin.post("/webhooks", "program", "0".repeat(16), "address", address)
                        .statusCode());
        assertEquals(403, group.gt.get("/webhooks").statusCode());
        var made = admin.post("/webhooks", "program", key("coordination"), "address", address);
        assertEquals(200, made.statusCode(), made.body());
        var shown =
                Pattern.compile("whsec_[A-Za-z0-9+/=]{44}").matcher(made.body().replace("&#43;", "+"));
        assertTrue(shown.find(), made.body());
        secret = shown.group();
        var page = page(admin, "/webhooks?lang=es");
        assertTrue(page.contains("El primer aviso sale") && !page.contains("whsec_"), page);
        var journal = String.join("\n", node.records.journal());
        assertTrue(journal.contains("webhook-made") && journal.contains(receiver.host()));
        for (var inside : List.of(secret, secret.substring(6), "camino", program)) {
            assertFalse(journal.contains(inside));
            assertFalse(rows().contains(inside) && !inside.equals("camino"), "it is kept nowhere");
        }
    }

    private static String rows() {
        return JdbcClient.create(node.records.postgres.readers())
                .sql("select string_agg(h::text, ',') from webhooks.hook h")
                .query(String.class)
                .single();
    }

    /** AS-1: what is hidden brings no event and counts in none; what an office may not find is told to no program of its. */
    @Test
    @Order(18)
    void aSystemIsToldBySignedCountsOfWhatItsOfficeMayFindEachOnce() {
        var before = told();
        assertEquals(1, before.size());
        assertTrue(before.getFirst().contains("\"request\":1"), before.getFirst());
        for (var inside : List.of(INSIDE, "US/", "GT/", "A2", "exchange"))
            assertFalse(before.getFirst().contains(inside), before.getFirst());
        assertEquals(List.of(), told(), "what was told is told once");
        var other = node.token("analysis-a4");
        var admin = node.officer(Role.ADMINISTRATOR);
        var address = "https://" + receiver.host() + "/otro";
        assertEquals(
                200,
                admin.post("/webhooks", "program", key("analysis-a4"), "address", address)
                        .statusCode());
        node.webhooks.round();
        assertTrue(receiver.took().getFirst().body().endsWith("\"kinds\":{}}}"), "the first only says that it works");
        var hidden = sent(Turn.TELLS);
        node.until("it has come", () -> items().contains(copy(hidden)));
        hide(hidden);
        assertEquals(List.of(), told());
        var report = sent(Turn.TELLS);
        node.until("it has come", () -> items().contains(copy(report)));
        assertEquals(List.of(event("\"item\":1")), told());
        assertFalse(taken(other).contains(INSIDE));
    }

    private static List<String> items() {
        return node.exchange.tidings().items(officer(Role.COORDINATOR), node.records.clock.instant()).stream()
                .map(ActId::toString)
                .toList();
    }

    /** What a program takes away by TAXII. */
    private static String taken(String token) {
        var names = new Names(node.acts.logs().charter().hash());
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.website.port()
                        + "/taxii2/acorde/collections/" + names.collection("received") + "/objects/"))
                .headers("Authorization", "Bearer " + token, "Accept", "application/taxii+json;version=2.1");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(19)
    void whatAProgramTookAndWasGivenUpIsToldToItsOfficeAndToNoOther() {
        var program = node.token(Role.COORDINATOR);
        var report = sent(Turn.TELLS);
        var other = sent(Turn.TELLS);
        node.until("they have come", () -> items().containsAll(List.of(copy(report), copy(other))));
        assertEquals(List.of(event("\"item\":2")), told());
        hide(other);
        var name = new Names(node.acts.logs().charter().hash()).of(ActId.parse(copy(report)));
        node.until("the program took it", () -> taken(program).contains("report--" + name));
        var why = new Recalled.Why(Recalled.Ground.WRONG_RECIPIENT, LocalDate.parse("2027-12-31"));
        for (var one : List.of(other, report))
            assertInstanceOf(
                    Said.Written.class,
                    group.states.exchange.recall(PartyNode.officer("analysis"), one, Set.of(new PartyCode("GT")), why));
        node.until("both orders were obeyed", () -> taken(program).contains("\"revoked\":true"));
        node.webhooks.round();
        var all = receiver.took();
        assertEquals(1, all.size(), "the office that took nothing hears nothing");
        assertEquals(event("\"revoked\":1"), all.getFirst().body(), "and nothing tells of what was hidden");
    }

    @Test
    @Order(20)
    void aSystemThatTakesNothingIsGivenUpAndTheAdministratorIsToldAndCanBeginAgain() {
        subscribe(officer(Role.ADMINISTRATOR));
        receiver.now(Receiver.answering("HTTP/1.1 302 Found\r\nLocation: https://" + receiver.host() + "/\r\n\r\n"));
        group.call("2027-03-01");
        node.webhooks.round();
        var first = receiver.took();
        assertEquals(1, first.size());
        node.webhooks.round();
        assertEquals(List.of(), receiver.took(), "not before its time");
        assertTrue(page(node.officer(Role.ADMINISTRATOR), "/webhooks?lang=es").contains("El receptor respondió 302."));
        node.records.clock.forward(Duration.ofMinutes(1));
        node.webhooks.round();
        assertEquals(first.getFirst().id(), receiver.took().getFirst().id(), "the same under the same name");
        for (var minutes : List.of(5, 30, 120, 360, 720, 1440, 1440, 1440, 1440)) {
            node.records.clock.forward(Duration.ofMinutes(minutes));
            node.webhooks.round();
        }
        assertEquals(9, receiver.took().size());
        node.records.clock.forward(Duration.ofDays(2));
        node.webhooks.round();
        assertEquals(List.of(), receiver.took());
        var mailed = Arrays.stream(round())
                .filter(one -> recipient(one).startsWith("administration"))
                .toList();
        assertTrue(
                text(mailed.getFirst()).contains("ya no recibe avisos.\nhttps://acorde.example/webhooks\n"),
                text(mailed.getFirst()));
        var admin = node.officer(Role.ADMINISTRATOR);
        assertTrue(page(admin, "/webhooks?lang=es").contains("Ya no se le envía nada."));
        receiver.now(Receiver.answering("HTTP/1.1 204 No Content\r\n\r\n"));
        assertEquals(303, admin.post("/webhooks/" + hook().id() + "/resume").statusCode());
        assertEquals(1, told().size());
        assertTrue(String.join("\n", node.records.journal()).contains("webhook-silent"));
    }

    @Test
    @Order(21)
    void nothingIsToldForAKeyThatHasEndedNorWhereItWasRemoved() {
        forward(Duration.ZERO);
        group.call("2027-03-02");
        var admin = node.officer(Role.ADMINISTRATOR);
        var program = hook().program();
        assertEquals(303, admin.post("/offices/tokens/" + program + "/revoke").statusCode());
        assertEquals(List.of(), told());
        assertTrue(page(admin, "/webhooks?lang=es").contains("La clave de su programa ya no vale"));
        var hook = hook().id().value();
        assertEquals(303, admin.post("/webhooks/" + hook + "/removal").statusCode());
        for (var gone : List.of(hook, "x", "0".repeat(16)))
            assertEquals(422, admin.post("/webhooks/" + gone + "/removal").statusCode());
        assertEquals(1, node.webhooks.hooks().size());
    }
}
