package acorde.node;

import acorde.offices.Change;
import acorde.offices.Person;
import acorde.offices.Rule;
import acorde.offices.Secret;
import acorde.trust.Charter;
import acorde.trust.PartyCode;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets up and runs one party's node. */
@Command(
        name = "node",
        description = {
            "Set up and run one party's node.",
            "In this order: init at every party; found at one of them, with the cards of all; join and account at every"
                    + " party; then run. doc/how-to/found-a-compact.md shows each step."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class NodeCommand implements Callable<Integer>, Speaking {
    private Words words = Words.in(Language.EN);

    @Override
    public void speak(Words those) {
        words = those;
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, System.err);
        return 2;
    }

    /** Where a node's folder is. */
    static final class Data {
        @Option(names = "--data", required = true, paramLabel = "FOLDER", description = "The node's folder.")
        Path path = Path.of("");

        NodeFolder folder() {
            return new NodeFolder(path.toAbsolutePath().normalize());
        }
    }

    /** Where its database is, if not in the folder. */
    static final class Database {
        @Option(
                names = "--database-url",
                paramLabel = "URL",
                description = "A PostgreSQL 15 or newer, jdbc:postgresql://...; without it the node runs its own.")
        @Nullable
        String url;
    }

    @Command(name = "init", description = "Make this party's keys and its card.", mixinStandardHelpOptions = true)
    int init(
            @Mixin Data data,
            @Option(names = "--party", required = true, description = "The party's code, such as HN.") String party,
            @Option(names = "--compact", required = true, description = "The compact's id, such as moc-2019.")
                    String compact,
            @Option(
                            names = "--address",
                            required = true,
                            description = "Where the others reach this node: https://HOST:PORT.")
                    URI address) {
        var folder = data.folder();
        if (!"https".equals(address.getScheme()) || address.getHost() == null || address.getPort() < 1)
            throw new Refusal("cli.no.address");
        folder.init(compact, code(party), address);
        System.out.println(words.say("cli.node.keys", folder.keys()));
        System.out.println(words.say("cli.node.card", folder.card()));
        return 0;
    }

    static PartyCode code(String text) {
        try {
            return new PartyCode(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal("cli.no.party", text);
        }
    }

    @Command(
            name = "found",
            description = "Put the cards of all parties and a compact folder together into a charter.",
            mixinStandardHelpOptions = true)
    int found( // the options of the command
            @Option(names = "--folder", required = true, description = "The compact folder, such as compacts/moc-2019.")
                    Path folder,
            @Option(names = "--announcer", required = true, description = "The party that brings the history in.")
                    String announcer,
            @Option(names = "--out", required = true, description = "Where to write the charter.") Path out,
            @Option(
                            names = "--exercise",
                            description = "Everybody in it is invented: for exercises and demonstrations.")
                    boolean exercise,
            @Parameters(
                            paramLabel = "CARD",
                            arity = "1..64",
                            description = "The parties' cards, in the order of their places.")
                    List<Path> cards) {
        var charter = Foundation.charter(Foundation.read(folder), code(announcer), cards, exercise);
        try {
            Files.write(out, charter.bytes());
        } catch (IOException e) {
            throw new Refusal("cli.no.charter.written", out, String.valueOf(e.getMessage()));
        }
        System.out.println(words.say("cli.node.charter", out));
        System.out.println();
        System.out.println("    " + charter.words());
        return 0;
    }

    @Command(name = "join", description = "Take the founding charter into this node.", mixinStandardHelpOptions = true)
    int join(
            @Mixin Data data,
            @Option(names = "--charter", required = true, description = "The charter, as founded.") Path file) {
        var folder = data.folder();
        var charter = Charter.parse(NodeFolder.read(file, "cli.no.file.charter"));
        Foundation.join(folder, charter);
        System.out.println(words.say("cli.node.compare"));
        System.out.println();
        System.out.println("    " + charter.words());
        return 0;
    }

    @Command(name = "account", description = "Open the first administrator's account.", mixinStandardHelpOptions = true)
    int account(
            @Mixin Data data,
            @Mixin Database database,
            @Option(names = "--person", required = true, description = "Who it is.") String person,
            @Option(names = "--name", required = true, description = "What they sign in with.") String name) {
        try (var node = Node.closed(data.folder(), database.url)) {
            return switch (node.openFirstAccount(person, name)) {
                case Change.Done<Secret>(var password) -> {
                    System.out.println(words.say("cli.account.open", name.strip()));
                    System.out.println();
                    System.out.println("    " + password.reveal());
                    System.out.println();
                    System.out.println(words.say("cli.account.change"));
                    yield 0;
                }
                case Change.Declined<Secret>(var why) -> {
                    System.out.println(words.say(sentence(why), Person.NAME_LIMIT, why));
                    yield 2;
                }
            };
        }
    }

    /** The key of why no account was opened. */
    private static String sentence(Rule why) {
        return switch (why) {
            case ADMINISTERED_ALREADY -> "cli.account.administered";
            case INVENTED_RECORDS -> "cli.account.invented";
            case ACCOUNT_NAME -> "cli.account.name";
            case ACCOUNT_NAME_TAKEN -> "cli.account.name.taken";
            case UNREADABLE_NAME -> "cli.account.person";
            default -> "cli.account.not";
        };
    }

    @Command(name = "run", description = "Run the node until it is stopped.", mixinStandardHelpOptions = true)
    int run(@Mixin Data data, @Mixin Database database, @Mixin RunOptions options) {
        var folder = data.folder();
        var lock = folder.lock();
        try (var node = Node.start(folder, database.url, options)) {
            if (options.untilInputEnds) node.closeWhenInputEnds();
            System.out.println("READY " + node.address());
            node.await();
        } finally {
            if (!lock.isValid()) System.err.println("the lock on " + folder.path() + " was lost");
        }
        return 0;
    }

    /** How a node runs. */
    static final class RunOptions {
        @Mixin
        MailOptions mail = new MailOptions();

        @Option(
                names = "--port",
                paramLabel = "PORT",
                defaultValue = "8080",
                description = "The port of the pages and the API (${DEFAULT-VALUE}).")
        int port;

        @Option(
                names = "--host",
                paramLabel = "HOST",
                defaultValue = "127.0.0.1",
                description = "The address the pages listen on (${DEFAULT-VALUE}).")
        String host = "127.0.0.1";

        @Option(
                names = "--peer-host",
                paramLabel = "HOST",
                defaultValue = "0.0.0.0",
                description = "The address partners reach (${DEFAULT-VALUE}).")
        String peerHost = "0.0.0.0";

        @Option(names = "--public-log", description = "Let anybody read the log's checkpoint, tiles and entries.")
        boolean publicLog;

        @Option(names = "--tls", description = "Browsers reach the pages over TLS, by the proxy named with --proxy.")
        boolean tls;

        @Option(
                names = "--proxy",
                paramLabel = "ADDRESS",
                description = "The address from which the proxy calls; whom it names in X-Forwarded-For is believed.")
        @Nullable
        String proxy;

        @Option(
                names = "--announce",
                paramLabel = "FOLDER",
                description = "Bring the history of this compact folder in, once.")
        @Nullable
        Path announce;

        @Option(
                names = "--days-ahead",
                paramLabel = "DAYS",
                defaultValue = "0",
                description = "Of an exercise only: let the node's clock run so many days ahead, to see what silence"
                        + " comes to. It is not turned back afterwards.")
        int daysAhead;

        @Option(
                names = "--story-token",
                hidden = true,
                description = "Where to leave a token for the story of the demonstration.")
        @Nullable
        Path storyToken;

        @Option(
                names = "--until-input-ends",
                hidden = true,
                description = "End when whoever started it has ended, however that came.")
        boolean untilInputEnds;

        @Option(
                names = "--demo",
                description = "Let invented people sign in without a password. For demonstrations only.")
        boolean demo;
    }
}
