package acorde.node;

import acorde.notices.Address;
import acorde.notices.MailServer;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a node hands in its notices by mail. Without a server it sends none. */
final class MailOptions {
    @Option(
            names = "--mail-server",
            paramLabel = "URL",
            description =
                    "Send notices through this server: smtps://HOST:465, starttls://HOST:587, or smtp://localhost:25"
                            + " on this machine alone. Needs --mail-from and --pages.")
    @Nullable
    URI server;

    @Option(names = "--mail-from", paramLabel = "ADDRESS", description = "The sender of notices.")
    @Nullable
    String from;

    @Option(
            names = "--pages",
            paramLabel = "URL",
            description = "Where officers reach the pages, as https://acorde.example: notices lead there.")
    @Nullable
    URI pages;

    @Option(names = "--mail-user", paramLabel = "NAME", description = "Who the node is to the mail server.")
    @Nullable
    String user;

    @Option(
            names = "--mail-password-file",
            paramLabel = "FILE",
            description = "The file of its password, which its owner alone may read (chmod 600).")
    @Nullable
    Path password;

    @Option(
            names = "--mail-authority",
            paramLabel = "FILE",
            description = "Certificates in PEM by which the mail server is believed; without it those of Java.")
    @Nullable
    Path authority;

    /** Null if the node sends no mail. @throws Refusal if what is said does not go together */
    @Nullable
    MailServer server() {
        if (server == null) {
            if (from != null || user != null || password != null || authority != null)
                throw new Refusal("cli.no.mail.server");
            return null;
        }
        if (from == null || pages == null) throw new Refusal("cli.no.mail.from");
        if ((user == null) != (password == null)) throw new Refusal("cli.no.mail.user");
        try {
            var login = user == null || password == null ? null : MailServer.login(user, password);
            return MailServer.of(server, login, new Address(from), pages, authority);
        } catch (IllegalArgumentException e) {
            throw new Refusal("cli.no.as.said", String.valueOf(e.getMessage()));
        }
    }
}
