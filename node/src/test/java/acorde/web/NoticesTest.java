package acorde.web;

import static acorde.web.LiaisonGroup.GROUP;
import static acorde.web.LiaisonGroup.done;
import static acorde.web.LiaisonGroup.page;
import static acorde.web.LiaisonGroup.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.Group;
import acorde.notices.Address;
import acorde.notices.MailServer;
import acorde.offices.Role;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An officer of Guatemala asks to be told by mail, is told, and turns it off; over a real mail server. */
@Tag("database")
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class NoticesTest {
    private static final String ADDRESS = "coordinacion@gobernacion.example";
    private static final Pattern CODE = Pattern.compile("Su código es ([0-9]{8})");
    private static final String INSIDE = "palabra-interna-4471";

    @TempDir
    static Path folder;

    private static GreenMail mail;
    private static LiaisonGroup group;
    private static TestDesk.One node;

    @BeforeAll
    static void start() {
        mail = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        var desk = new TestDesk(folder);
        desk.mail(server());
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
        return MailServer.of(
                URI.create("smtp://127.0.0.1:" + mail.getSmtp().getPort()),
                null,
                new Address("acorde@gobernacion.example"),
                URI.create("https://acorde.example"),
                null);
    }

    @AfterAll
    static void stop() {
        group.close();
        mail.stop();
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
        for (var wrong : java.util.List.of("nadie", "a@b\r\nBcc: c@d", "a@b,c@d"))
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
        var code = CODE.matcher(text(came[0]));
        assertTrue(code.find(), text(came[0]));
        assertFalse(page(group.gt, "/me/notices").contains(code.group(1)));
        var other = code.group(1).equals("00000000") ? "00000001" : "00000000";
        assertEquals(422, group.gt.post("/me/notices/code", "code", other).statusCode());
        assertEquals(
                303, group.gt.post("/me/notices/code", "code", code.group(1)).statusCode());
        assertTrue(page(group.gt, "/me/notices?lang=es").contains("Confirmada."));
    }

    @Test
    @Order(3)
    void whatAwaitsIsToldOnceByAPageAndNothingOfWhatItIs() {
        var asked =
                done(group.us.post(GROUP + "/circulars", "textEs", INSIDE, "textEn", INSIDE, "until", "2027-01-31"));
        node.until("it is there", () -> says(group.gt, asked + "?lang=es", INSIDE));
        var came = round();
        assertEquals(1, came.length);
        var text = text(came[0]);
        assertTrue(
                text.contains("Una decisión espera que su parte se pronuncie.\nhttps://acorde.example" + asked), text);
        assertTrue(text.contains("Se convocó una reunión.\nhttps://acorde.example/sittings/GT/"), text);
        for (var inside : java.util.List.of(INSIDE, "enlace", "Enlazar", "2026-12-01", "reunion.example", "officer"))
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
        var after = new acorde.notices.Notices(
                new acorde.trust.PartyCode("GT"),
                new acorde.notices.Notices.Sources(node.finding, node.groups, node.monitoring, node.records.offices),
                node.records.postgres,
                node.records.lease,
                node.records.clock,
                server(),
                acorde.web.mail.MailWords::write);
        after.round();
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
        for (var none : java.util.List.of(wrong, "/notices/off/999/" + "0".repeat(32), "/notices/off/x/y")) {
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
        for (var what : java.util.List.of(
                "notices-address", "notices-code-wrong", "notices-confirmed", "notices-pace", "notices-off"))
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
            var match = CODE.matcher(text(round()[0]));
            assertTrue(match.find());
            code = match.group(1);
        }
        assertEquals(
                422, group.gt.post("/me/notices/address", "address", ADDRESS).statusCode());
        for (var time = 0; time < 5; time++)
            assertEquals(422, group.gt.post("/me/notices/code", "code", "1234").statusCode());
        assertEquals(422, group.gt.post("/me/notices/code", "code", code).statusCode());
    }
}
