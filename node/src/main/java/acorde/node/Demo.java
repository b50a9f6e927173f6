package acorde.node;

import acorde.trust.PartyCode;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Four parties' nodes on this machine, each a process of its own with its own keys, database and ports. */
@Command(name = "demo", description = "cli.about.demo")
final class Demo implements Callable<Integer>, Speaking {
    private static final List<String> PARTIES = List.of("US", "GT", "HN", "SV");
    private static final String ANNOUNCER = "GT";
    /** What the names of folders begin with that are about to be deleted. */
    private static final String ASIDE = "deleting-";
    /** Far longer than any machine should need: a busy one is no reason to give up. */
    static final Duration START = Duration.ofSeconds(300);

    @Option(names = "--fresh", description = "cli.option.demo.fresh")
    private boolean fresh;

    @Option(names = "--once", description = "cli.option.demo.once")
    private boolean once;

    @Option(names = "--later", paramLabel = "cli.label.days", description = "cli.option.demo.later")
    private int later;

    /** For programs that play on at the nodes of a later start. */
    @Option(names = "--story-tokens", hidden = true)
    private boolean tokens;

    @Option(names = "--data", paramLabel = "cli.label.folder", description = "cli.option.demo.data")
    private Path data = Path.of("data", "demo");

    @Option(names = "--compact", paramLabel = "cli.label.folder", description = "cli.option.demo.compact")
    private Path compact = Path.of("compacts", "moc-2019");

    /** The class path of the nodes: this program. */
    private String program = System.getProperty("java.class.path");

    /** By their parties. Whoever makes files or processes, or looks at these, holds its lock. */
    private final Map<String, NodeProcess> nodes = new LinkedHashMap<>();

    /** Whether somebody stopped it. */
    private boolean stopped;

    /** In the language of whoever started it. */
    private Words words = Words.in(Language.EN);

    Demo() {}

    /** Four nodes of another program on another folder's compact, as tests start them. */
    Demo(Path compact, String program) {
        this.compact = compact;
        this.program = program;
    }

    /** Who plays the story at the nodes that were opened in that folder. */
    private Coordinators coordinators(Path folder, Coordinators.Telling telling) {
        return new Coordinators(nodes, days -> openAgain(folder, days), telling);
    }

    /** All four end, and begin again where they were: Ctrl-C, and the demonstration anew. */
    private void openAgain(Path folder, int days) throws IOException, InterruptedException {
        close();
        found(folder, DemoPorts::free);
        insistOnPorts(folder);
        later = furthest(folder, days);
        startAll(folder, true);
    }

    /** Asks all four to stop before it waits for any: they end side by side. */
    void close() {
        List<NodeProcess> all;
        synchronized (nodes) {
            all = List.copyOf(nodes.values());
        }
        all.forEach(NodeProcess::askToStop);
        all.forEach(NodeProcess::stop);
    }

    /** Makes files or processes. */
    private interface Making {
        void make() throws IOException, InterruptedException;
    }

    /** It is made whole or not at all: who stops it in the middle waits meanwhile, and takes it away. */
    private void unlessStopped(Making making) throws IOException, InterruptedException {
        synchronized (nodes) {
            if (!stopped) {
                making.make();
                return;
            }
        }
        awaitEnd();
    }

    /** Says nothing more: whoever stopped it is told that it stops, and the process ends when that is done. */
    private static void awaitEnd() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private boolean isStopped() {
        synchronized (nodes) {
            return stopped;
        }
    }

    /** What Ctrl-C does: it says so, ends the nodes, and then what is left to do. */
    private Thread onceStopped(Runnable then) {
        var ending = new Thread(() -> {
            synchronized (nodes) {
                stopped = true;
            }
            System.out.println();
            System.out.println(words.say("cli.demo.stopping"));
            close();
            then.run();
        });
        Runtime.getRuntime().addShutdownHook(ending);
        return ending;
    }

    @Override
    public void speak(Words those) {
        words = those;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (later < 0 || later > Node.MOST_DAYS_AHEAD)
            throw new Refusal("cli.no.later", String.valueOf(Node.MOST_DAYS_AHEAD));
        if (once && later > 0) throw new Refusal("cli.no.once.later");
        if (once) return playOnce(System.out);
        var lock = lock(data);
        awaitNodesOf(data);
        deleteLeft(data);
        if (fresh) clear(data);
        var first = found(data, DemoPorts::usual);
        if (first)
            DemoPorts.elsewhere(words, pages(data), DemoPorts::isOfAcorde).ifPresent(System.out::println);
        insistOnPorts(data);
        later = furthest(data, later);
        var ended = new CountDownLatch(1);
        onceStopped(ended::countDown);
        System.out.println(first ? words.say("cli.demo.first") : words.say("cli.demo.next"));
        startAll(data, first || tokens);
        if (first) {
            System.out.println(words.say("cli.demo.wait"));
            DemoStory.begin(coordinators(
                    data, new Coordinators.Telling(words, System.out))); // so that something awaits whoever comes in
        }
        var addresses = new LinkedHashMap<String, String>();
        nodes.forEach((party, node) -> addresses.put(party, node.address()));
        nodes.forEach((party, node) -> node.onceEnded(() -> System.out.println(words.say("cli.demo.ended", party))));
        new Invitation(words, addresses, first, later).lines(LocalDate.now()).forEach(System.out::println);
        ended.await();
        return lock.isValid() ? 0 : 1;
    }

    /** @return 0 with the numbers of the nodes as the last line, or 1 with the step that failed */
    int playOnce(PrintStream out) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("acorde-demo");
        var ending = onceStopped(() -> delete(folder));
        var telling = new Coordinators.Telling(words, out);
        try {
            var four = coordinators(folder, telling);
            four.at(words.say("cli.demo.opening"), () -> {
                unlessStopped(() -> found(folder, DemoPorts::free));
                startAll(folder, true);
                return folder;
            });
            var story = new DemoStory(four, nodes);
            story.playOneDay();
            out.println(story.playWhatSilenceComesTo());
            return 0;
        } catch (IOException | RuntimeException e) {
            if (isStopped()) awaitEnd();
            out.println(telling.failed(e));
            return 1;
        } finally {
            if (!isStopped()) {
                Runtime.getRuntime().removeShutdownHook(ending);
                close();
                delete(folder);
            }
        }
    }

    private static List<Integer> pages(Path folder) throws IOException {
        var pages = new ArrayList<Integer>();
        for (var code : PARTIES)
            pages.add(Integer.parseInt(
                    Files.readString(folder.resolve(code).resolve("port")).strip()));
        return pages;
    }

    /** Keeps a second demonstration off the same folder. It lies beside the folder, which may be deleted. */
    private static FileLock lock(Path folder) throws IOException {
        var whole = folder.toAbsolutePath().normalize();
        var file = whole.resolveSibling(whole.getFileName() + ".lock");
        Files.createDirectories(file.getParent());
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock != null) return lock; // held until the process ends
        } catch (OverlappingFileLockException e) {
            // this process holds it already
        }
        channel.close();
        throw new Refusal("cli.no.second", folder);
    }

    /** Nodes of a demonstration that was killed end by themselves, which takes a moment. */
    private static void awaitNodesOf(Path folder) throws IOException {
        for (var code : PARTIES) {
            var node = new NodeFolder(folder.resolve(code).toAbsolutePath());
            if (!Files.isDirectory(node.path())) continue;
            for (var end = System.nanoTime() + START.toNanos(); ; ) {
                try {
                    node.lock().channel().close(); // and the lock with it
                    break;
                } catch (Refusal held) {
                    if (System.nanoTime() > end) throw held;
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos()); // asks again
                }
            }
        }
    }

    /** Where the nodes listen was settled when the compact was founded: it stands in the charter. */
    private static void insistOnPorts(Path folder) throws IOException {
        for (var code : PARTIES) {
            var node = new NodeFolder(folder.resolve(code).toAbsolutePath());
            var pages = Integer.parseInt(Files.readString(node.path().resolve("port")));
            var partners = node.charter()
                    .place(new PartyCode(code))
                    .orElseThrow()
                    .address()
                    .getPort();
            for (var port : List.of(pages, partners))
                if (!DemoPorts.isFree(port)) throw new Refusal("cli.no.port", String.valueOf(port), code);
        }
    }

    /** How far ahead the clocks run: nothing that was said may come to lie ahead of them, so they are never turned back. */
    static int furthest(Path folder, int later) throws IOException {
        var file = folder.resolve("days-ahead");
        var before = Files.exists(file) ? Integer.parseInt(Files.readString(file)) : 0;
        if (later > before) Files.writeString(file, Integer.toString(later));
        return Math.max(before, later);
    }

    /** Keys, cards and one charter for four parties; what is there already is used again. @return whether nothing was */
    boolean found(Path folder, DemoPorts.Choice choice) throws IOException {
        var written = Foundation.read(compact);
        var founded = PARTIES.stream().map(folder::resolve).allMatch(Demo::isFounded);
        if (!founded) {
            System.out.println(words.say("cli.demo.founding"));
            clear(folder);
        }
        var cards = new ArrayList<Path>();
        for (var place = 0; place < PARTIES.size(); place++) {
            var code = PARTIES.get(place);
            var node = new NodeFolder(folder.resolve(code).toAbsolutePath());
            if (!founded) {
                var ports = choice.of(place);
                node.create(); // what it is recognized by comes first, so that what is left half made can be deleted
                Files.writeString(node.path().resolve("port"), Integer.toString(ports.pages()));
                node.init("moc-2019", new PartyCode(code), URI.create("https://127.0.0.1:" + ports.partners()));
            }
            cards.add(node.card());
        }
        if (founded) return false;
        var charter = Foundation.charter(written, new PartyCode(ANNOUNCER), cards, true);
        for (var code : PARTIES)
            Foundation.join(new NodeFolder(folder.resolve(code).toAbsolutePath()), charter);
        System.out.println(words.say("cli.demo.words", charter.words()));
        return true;
    }

    private static boolean isFounded(Path node) {
        return Files.exists(new NodeFolder(node).charterFile()) && Files.exists(node.resolve("port"));
    }

    /** @param story whether the nodes leave tokens of their coordinators, by which the story is played */
    private void startAll(Path folder, boolean story) throws IOException, InterruptedException {
        System.out.println(words.say("cli.demo.starting"));
        unlessStopped(() -> begin(folder, story));
        try {
            for (var node : nodes.values()) node.awaitReady(START);
        } catch (Refusal ended) {
            if (isStopped()) awaitEnd();
            throw ended;
        }
    }

    private void begin(Path folder, boolean story) throws IOException {
        Files.createDirectories(folder.resolve("postgresql"));
        writeDoors(folder);
        var began = System.nanoTime();
        for (var code : PARTIES) {
            var node = new NodeFolder(folder.resolve(code).toAbsolutePath());
            var port = Integer.parseInt(Files.readString(node.path().resolve("port")));
            var process = NodeProcess.start(program, code, node, port, options(code, node, story));
            process.onceReady(() -> System.out.println(
                    "  " + words.say("cli.demo.ready", code, process.address(), seconds(System.nanoTime() - began))));
            nodes.put(code, process);
        }
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e9);
    }

    private List<String> options(String code, NodeFolder node, boolean story) {
        var options = new ArrayList<String>();
        if (code.equals(ANNOUNCER))
            options.addAll(List.of("--announce", compact.toAbsolutePath().toString()));
        if (later > 0) options.addAll(List.of("--days-ahead", Integer.toString(later)));
        if (story) options.addAll(List.of("--story-token", storyToken(node).toString()));
        return options;
    }

    /** Where a node leaves a token of its coordinator for the story. */
    static Path storyToken(NodeFolder node) {
        return node.path().resolve("story-token");
    }

    /** Every node's door says where the doors of all are. */
    private static void writeDoors(Path folder) throws IOException {
        var doors = new LinkedHashMap<String, String>();
        for (var code : PARTIES)
            doors.put(
                    code,
                    "http://127.0.0.1:" + Files.readString(folder.resolve(code).resolve("port")) + "/demo");
        for (var code : PARTIES) new NodeFolder(folder.resolve(code).toAbsolutePath()).writeDoors(doors);
    }

    /**
     * Deletes the nodes of the last demonstration, and nothing else that may lie in the folder. They are laid aside first, so that whoever
     * stops it in the middle leaves no node without its port or its keys.
     */
    private static void clear(Path folder) throws IOException {
        for (var code : PARTIES) {
            var node = new NodeFolder(folder.resolve(code));
            var another = Files.exists(node.card()) && !Files.exists(node.path().resolve("port"));
            var real = Files.exists(node.charterFile())
                    && !node.charter().content().path("exercise").asBoolean(false);
            if (another || real) throw new Refusal("cli.no.demo.folder", node.path());
        }
        if (!Files.isDirectory(folder)) return;
        var aside = Files.createTempDirectory(folder, ASIDE);
        for (var name : Stream.concat(PARTIES.stream(), Stream.of("postgresql", "days-ahead"))
                .toList())
            if (Files.exists(folder.resolve(name))) Files.move(folder.resolve(name), aside.resolve(name));
        delete(aside);
    }

    /** What an earlier start laid aside and was stopped before it had deleted it. */
    static void deleteLeft(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (var left = Files.newDirectoryStream(folder, ASIDE + "*")) {
            left.forEach(Demo::delete);
        }
    }

    private static void delete(Path folder) {
        // A database that is just ending may still take its own files away.
        for (var tries = 0; Files.exists(folder) && tries < 20; tries++) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
            } catch (IOException | UncheckedIOException e) {
                LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
            }
        }
    }
}
