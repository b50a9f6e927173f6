package acorde.node;

import acorde.notices.Address;
import acorde.notices.MailServer;
import acorde.notices.Unusable;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a node hands in its notices by mail. Without a server it sends none. */
final class MailOptions {
    @Option(names = "--mail-server", paramLabel = "cli.label.url", description = "cli.option.run.mail.server")
    @Nullable
    URI server;

    @Option(names = "--mail-from", paramLabel = "cli.label.address", description = "cli.option.run.mail.from")
    @Nullable
    String from;

    @Option(names = "--pages", paramLabel = "cli.label.url", description = "cli.option.run.pages")
    @Nullable
    URI pages;

    @Option(names = "--mail-user", paramLabel = "cli.label.name", description = "cli.option.run.mail.user")
    @Nullable
    String user;

    @Option(names = "--mail-password-file", paramLabel = "cli.label.file", description = "cli.option.run.mail.password")
    @Nullable
    Path password;

    @Option(names = "--mail-authority", paramLabel = "cli.label.file", description = "cli.option.run.mail.authority")
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
            var sender = Address.read(from).orElseThrow(() -> new Refusal("cli.no.mail.address"));
            return MailServer.of(server, login, sender, pages, authority);
        } catch (Unusable unusable) {
            throw new Refusal("cli.no.as.said", (Refusal.Within)
                    said -> unusable.sentence(Locale.of(said.language().code())));
        }
    }
}
