package acorde.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator may set, and what a person may type. */
class MailServerTest {
    private static final Address FROM = new Address("acorde@ministerio.example");
    private static final URI PAGES = URI.create("https://acorde.example/");

    @TempDir
    Path folder;

    private static MailServer server(String address) {
        return MailServer.of(URI.create(address), null, FROM, PAGES, null);
    }

    @Test
    void withoutTlsMailGoesToThisMachineAlone() {
        assertEquals(MailServer.Way.SMTP, server("smtp://127.0.0.1:25").way());
        assertEquals(MailServer.Way.SMTPS, server("smtps://192.0.2.7:465").way());
        assertEquals(MailServer.Way.STARTTLS, server("starttls://192.0.2.7:587").way());
        for (var wrong : List.of(
                "smtp://192.0.2.7:25",
                "http://127.0.0.1:25",
                "smtps://192.0.2.7",
                "smtps://user@192.0.2.7:465",
                "smtps:465",
                "127.0.0.1")) assertThrows(IllegalArgumentException.class, () -> server(wrong), wrong);
    }

    @Test
    void aPasswordThatOthersCanReadIsNotRead() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "  muy secreto \n");
        for (var others : List.of("rw-r-----", "rw----r--", "rwx------")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(others));
            var why = assertThrows(IllegalArgumentException.class, () -> MailServer.login("acorde", file));
            assertTrue(String.valueOf(why.getMessage()).contains("chmod 600"));
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        var login = MailServer.login("acorde", file);
        assertEquals("muy secreto", login.password());
        var server = new MailServer(MailServer.Way.SMTPS, "192.0.2.7", 465, login, FROM, PAGES, null);
        assertFalse(server.toString().contains("secreto"), "it is shown nowhere");
        assertThrows(IllegalArgumentException.class, () -> MailServer.login("acorde", folder.resolve("none")));
        Files.writeString(file, "x".repeat(1_025));
        assertThrows(IllegalArgumentException.class, () -> MailServer.login("acorde", file));
    }

    /** So nothing that was typed can end a line of SMTP or begin a header. */
    @Test
    void anAddressHoldsNothingButAnAddress() {
        for (var good : List.of("a@b", "nadia.alvarenga+avisos@seguridad.example", "x".repeat(64) + "@mail.example"))
            assertEquals(good, Address.read(good).orElseThrow().text());
        for (var wrong : List.of(
                "",
                "a",
                "@b",
                "a@",
                "a@b@c",
                "a b@c",
                "a@b\r\nBcc: c@d",
                "a@b\nc",
                "a\r\n@b",
                "<a@b>",
                "a@b>",
                "a@b,c@d",
                "\"a\"@b",
                "a@-b",
                "a@b..c",
                ".a@b",
                "niñez@b.example",
                "a@b\u0000",
                "x".repeat(65) + "@b",
                "a@" + "b.".repeat(130) + "c")) assertTrue(Address.read(wrong).isEmpty(), wrong);
    }

    @Test
    void anAddressOfPagesIsJoinedWithOneSlash() {
        assertEquals(
                "https://acorde.example/work", server("smtp://localhost:25").page("/work"));
    }
}
