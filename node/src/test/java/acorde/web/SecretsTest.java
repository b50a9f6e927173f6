package acorde.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.Role;
import acorde.offices.TestOffices;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Nothing that opens a door is written to the program's own log, however much of it is asked for. */
@Tag("database")
@Tag("slow")
final class SecretsTest {
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    @Test
    void noPasswordTokenOrSessionIsLogged() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        try (var site = TestSite.start()) {
            var before = root.getLevel();
            root.setLevel(Level.DEBUG);
            root.addAppender(events);
            events.start();
            try {
                var secrets = useEverything(site);
                var written = events.list.stream()
                        .map(event -> event.getFormattedMessage() + " "
                                + (event.getThrowableProxy() == null
                                        ? ""
                                        : event.getThrowableProxy().getMessage()))
                        .toList();
                assertTrue(written.size() > 100, "the log was watched");
                for (var secret : secrets)
                    assertFalse(
                            written.stream().anyMatch(line -> line.contains(secret)),
                            () -> secret + " in: "
                                    + written.stream()
                                            .filter(line -> line.contains(secret))
                                            .findFirst());
            } finally {
                root.detachAppender(events);
                root.setLevel(before);
            }
        }
    }

    private static List<String> useEverything(TestSite site) {
        var visitor = site.officer(Role.OBSERVER);
        var token = site.token(Role.OBSERVER);
        site.visitor().send("GET", "/api/v1/me", Map.of("Authorization", "Bearer " + token), Map.of());
        site.visitor().send("GET", "/api/v1/me", Map.of("Authorization", "Bearer " + token + "x"), Map.of());
        site.visitor().post("/sign-in", "username", "contraseña por descuido", "password", "una equivocada");
        visitor.post(
                "/me/password", "present", TestSite.PASSWORD, "chosen", "una calle larga", "again", "una calle larga");
        var admin = site.visitor().signIn(TestOffices.ADMINISTRATOR, site.records.administratorPassword);
        admin.get("/offices");
        visitor.get("/me/tokens");
        var session = visitor.cookies.get("acorde-HN");
        visitor.post("/sign-out");
        return List.of(
                TestSite.PASSWORD,
                "una calle larga",
                "una equivocada",
                "contraseña por descuido",
                token,
                session,
                site.records.administratorPassword);
    }
}
