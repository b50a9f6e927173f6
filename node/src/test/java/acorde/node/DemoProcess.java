package acorde.node;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A demonstration as a person starts it at a terminal: with its nodes it is a group of processes, and Ctrl-C reaches all of them
 * at once.
 */
final class DemoProcess implements AutoCloseable {
    private static final List<String> PARTIES = List.of("US", "GT", "HN", "SV");

    private final Path data;
    private final Process process;

    /** @param more options beside those of where its nodes and its compact are */
    DemoProcess(Path data, List<String> more) throws IOException {
        this(
                data,
                Program.java(),
                Stream.concat(Stream.of("--data", data.toString()), more.stream())
                        .toList());
    }

    /** One that plays the story by itself. @param temporary where it makes the folder of its nodes, and nothing else lies */
    static DemoProcess once(Path temporary) throws IOException {
        return once(temporary, Program.java());
    }

    /** The same, which stands at every line it tells until it is let go on. */
    static DemoProcess paced(Path temporary) throws IOException {
        return once(temporary, Program.paced());
    }

    private static DemoProcess once(Path temporary, List<String> java) throws IOException {
        var words = new ArrayList<>(java);
        words.add(words.indexOf("-cp"), "-Djava.io.tmpdir=" + temporary);
        return new DemoProcess(temporary, words, List.of("--once"));
    }

    private DemoProcess(Path data, List<String> java, List<String> more) throws IOException {
        this.data = data;
        // Where the tests run in the background the system lets them ignore Ctrl-C, and those they start as well.
        var words = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT"));
        words.addAll(java);
        words.addAll(List.of("demo", "--compact", "../compacts/moc-2019"));
        words.addAll(more);
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        process = builder.start();
    }

    /** Reads what it says up to a line. @return all of it */
    List<String> readTo(String end) throws IOException {
        var said = new ArrayList<String>();
        for (var line = process.inputReader().readLine();
                line != null;
                line = process.inputReader().readLine()) {
            said.add(line);
            if (line.contains(end)) return said;
        }
        throw new AssertionError("it ended without \"" + end + "\": " + said);
    }

    /** @return the next line; null if it says nothing more */
    @Nullable
    String read() throws IOException {
        return process.inputReader().readLine();
    }

    /** It has been heard. */
    void goOn() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** It stands no more. */
    void goOnToItsEnd() throws IOException {
        process.getOutputStream().close();
    }

    List<String> readToItsEnd() throws IOException {
        return process.inputReader().readAllLines();
    }

    /** The processes of its nodes, and the databases beside them. */
    List<ProcessHandle> running() throws IOException {
        var running = new ArrayList<>(process.children().toList());
        for (var party : PARTIES) {
            var postmaster = Files.readAllLines(ofServer(party)).getFirst();
            running.add(ProcessHandle.of(Long.parseLong(postmaster)).orElseThrow());
        }
        return running;
    }

    /** What a server of PostgreSQL takes away as the last thing when it ends in good order. */
    private Path ofServer(String party) {
        return new NodeFolder(nodes().resolve(party)).database().resolve("data").resolve("postmaster.pid");
    }

    /** Its nodes by their parties, where they are found. */
    Map<String, Coordinators.Door> doors() throws IOException {
        var doors = new LinkedHashMap<String, Coordinators.Door>();
        for (var party : PARTIES) {
            var folder = new NodeFolder(nodes().resolve(party));
            var port = Files.readString(folder.path().resolve("port")).strip();
            doors.put(party, new Found(party, folder, "http://127.0.0.1:" + port));
        }
        return doors;
    }

    private record Found(String party, NodeFolder folder, String address) implements Coordinators.Door {}

    /** Where its nodes are; of one that plays by itself the folder it made. */
    private Path nodes() {
        if (Files.exists(data.resolve(PARTIES.getFirst()))) return data;
        try (var made = Files.newDirectoryStream(data, "acorde-demo*")) {
            return made.iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean everyDatabaseEndedInGoodOrder() {
        return PARTIES.stream().noneMatch(party -> Files.exists(ofServer(party)));
    }

    /** As at a terminal: all in the group are told at once. */
    void pressCtrlC() throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -s INT -- -" + process.pid())
                .start()
                .waitFor();
    }

    int exitCode() throws InterruptedException {
        assertTrue(process.waitFor(3, TimeUnit.MINUTES), "the demonstration ends when it is told to");
        return process.exitValue();
    }

    /** Its nodes end with it, however that comes. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
            process.inputReader().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
