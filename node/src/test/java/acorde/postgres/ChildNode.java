package acorde.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Another Java process that runs a built-in server, so that a test can kill it, or run it as somebody else.
 *
 * <p>It says {@code started} or {@code refused TROUBLE}, then does each statement it reads and says {@code done}, until
 * its input ends.
 */
final class ChildNode implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private ChildNode(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts one as this user, with this class path. */
    static ChildNode start(Path directory, Path servers) {
        return start(List.of(), System.getProperty("java.class.path"), Map.of(), List.of(directory, servers));
    }

    /** @param prefix the words that make it run as somebody else */
    static ChildNode start(List<String> prefix, String classPath, Map<String, String> environment, List<Path> folders) {
        var words = new ArrayList<>(prefix);
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, ChildNode.class.getName()));
        folders.forEach(folder -> words.add(folder.toString()));
        var builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        try {
            return new ChildNode(builder.start());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The next line it says. */
    String says() {
        try {
            return String.valueOf(output.readLine());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    void does(String sql) {
        try {
            process.outputWriter().write(sql + "\n");
            process.outputWriter().flush();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        String answer = says();
        if (!answer.equals("done")) {
            throw new IllegalStateException(answer);
        }
    }

    /** What a person does with kill -9, or the system when memory runs out. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void signal(String name) {
        Command.run(java.time.Duration.ofSeconds(5), List.of("kill", "-" + name, Long.toString(process.pid())));
    }

    Stream<ProcessHandle> descendants() {
        return process.descendants();
    }

    @Override
    public void close() {
        try {
            process.outputWriter().close();
        } catch (IOException ended) {
            // Then there is nothing to end.
        }
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interruption) {
            throw Faults.interrupted(interruption);
        }
    }

    public static void main(String[] folders) throws Exception {
        try (Postgres postgres = Postgres.embedded(Path.of(folders[0]), Path.of(folders[1]));
                Connection connection = postgres.open();
                Statement statement = connection.createStatement();
                var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("started");
            for (String sql = input.readLine(); sql != null; sql = input.readLine()) {
                statement.execute(sql);
                System.out.println("done");
            }
        } catch (DatabaseUnavailable refusal) {
            System.out.println("refused " + refusal.trouble() + " " + refusal.getMessage());
        }
    }
}
