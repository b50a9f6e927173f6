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
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets up and runs one party's node. */
@Command(
        name = "node",
        description = {"cli.about.node", "cli.about.node.order"})
final class NodeCommand implements Callable<Integer>, Speaking {
    private Words words = Words.in(Language.EN);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void speak(Words those) {
        words = those;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(System.err);
        return 2;
    }

    /** Where a node's folder is. */
    static final class Data {
        @Option(
                names = "--data",
                required = true,
                paramLabel = "cli.label.folder",
                description = "cli.option.node.data")
        Path path = Path.of("");

        NodeFolder folder() {
            return new NodeFolder(path.toAbsolutePath().normalize());
        }
    }

    /** Where its database is, if not in the folder. */
    static final class Database {
        @Option(names = "--database-url", paramLabel = "cli.label.url", description = "cli.option.node.database")
        @Nullable
        String url;
    }

    @Command(name = "init", description = "cli.about.node.init")
    int init(
            @Mixin Data data,
            @Option(
                            names = "--party",
                            required = true,
                            paramLabel = "cli.label.party",
                            description = "cli.option.init.party")
                    String party,
            @Option(
                            names = "--compact",
                            required = true,
                            paramLabel = "cli.label.id",
                            description = "cli.option.init.compact")
                    String compact,
            @Option(
                            names = "--address",
                            required = true,
                            paramLabel = "cli.label.url",
                            description = "cli.option.init.address")
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

    @Command(name = "found", description = "cli.about.node.found")
    int found( // the options of the command
            @Option(
                            names = "--folder",
                            required = true,
                            paramLabel = "cli.label.folder",
                            description = "cli.option.found.folder")
                    Path folder,
            @Option(
                            names = "--announcer",
                            required = true,
                            paramLabel = "cli.label.party",
                            description = "cli.option.found.announcer")
                    String announcer,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "cli.label.file",
                            description = "cli.option.found.out")
                    Path out,
            @Option(names = "--exercise", description = "cli.option.found.exercise") boolean exercise,
            @Parameters(paramLabel = "cli.label.card", arity = "1..64", description = "cli.option.found.cards")
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

    @Command(name = "join", description = "cli.about.node.join")
    int join(
            @Mixin Data data,
            @Option(
                            names = "--charter",
                            required = true,
                            paramLabel = "cli.label.file",
                            description = "cli.option.join.charter")
                    Path file) {
        var folder = data.folder();
        var charter = Charter.parse(NodeFolder.read(file, "cli.no.file.charter"));
        Foundation.join(folder, charter);
        System.out.println(words.say("cli.node.compare"));
        System.out.println();
        System.out.println("    " + charter.words());
        return 0;
    }

    @Command(name = "account", description = "cli.about.node.account")
    int account(
            @Mixin Data data,
            @Mixin Database database,
            @Option(
                            names = "--person",
                            required = true,
                            paramLabel = "cli.label.name",
                            description = "cli.option.account.person")
                    String person,
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "cli.label.name",
                            description = "cli.option.account.name")
                    String name) {
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

    @Command(name = "run", description = "cli.about.node.run")
    int run(@Mixin Data data, @Mixin Database database, @Mixin RunOptions options) {
        var folder = data.folder();
        var lock = folder.lock();
        try (var node = Node.start(folder, database.url, options)) {
            if (options.untilInputEnds) node.closeWhenInputEnds();
            System.out.println("READY " + node.address());
            AotRecording.endSoon();
            node.await();
        } finally {
            if (!lock.isValid()) System.err.println(words.say("cli.node.lock", folder.path()));
        }
        return 0;
    }

    /** How a node runs. */
    static final class RunOptions {
        @Mixin
        MailOptions mail = new MailOptions();

        @Mixin
        WebhookOptions webhooks = new WebhookOptions();

        @Option(
                names = "--port",
                paramLabel = "cli.label.port",
                defaultValue = "8080",
                description = "cli.option.run.port")
        int port;

        @Option(
                names = "--host",
                paramLabel = "cli.label.host",
                defaultValue = "127.0.0.1",
                description = "cli.option.run.host")
        String host = "127.0.0.1";

        @Option(
                names = "--peer-host",
                paramLabel = "cli.label.host",
                defaultValue = "0.0.0.0",
                description = "cli.option.run.peer")
        String peerHost = "0.0.0.0";

        @Option(names = "--public-log", description = "cli.option.run.log")
        boolean publicLog;

        @Option(names = "--tls", description = "cli.option.run.tls")
        boolean tls;

        @Option(names = "--proxy", paramLabel = "cli.label.address", description = "cli.option.run.proxy")
        @Nullable
        String proxy;

        @Option(names = "--announce", paramLabel = "cli.label.folder", description = "cli.option.run.announce")
        @Nullable
        Path announce;

        @Option(
                names = "--days-ahead",
                paramLabel = "cli.label.days",
                defaultValue = "0",
                description = "cli.option.run.days")
        int daysAhead;

        @Option(names = "--story-token", hidden = true)
        @Nullable
        Path storyToken;

        @Option(names = "--until-input-ends", hidden = true)
        boolean untilInputEnds;

        @Option(names = "--demo", description = "cli.option.run.demo")
        boolean demo;

        /** @throws Refusal if passwords could be read on the way to this node, or nobody could tell from where they come */
        void insistOnTls() {
            if (host.isBlank()) throw new Refusal("cli.no.host"); // a server told no address listens on all of them
            if (tls && proxy == null) throw new Refusal("cli.no.proxy");
            if (proxy != null && !isAddress(proxy)) throw new Refusal("cli.no.proxy.address", proxy);
            if (!tls && !demo && !isOnThisMachine(host)) throw new Refusal("cli.no.plain");
        }

        /** Asks nobody what a name stands for. */
        private static boolean isAddress(String typed) {
            try {
                InetAddress.ofLiteral(typed);
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        private static boolean isOnThisMachine(String host) {
            try {
                return InetAddress.getByName(host).isLoopbackAddress();
            } catch (UnknownHostException e) {
                return false;
            }
        }
    }
}
