package acorde.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A short-lived program of the system, run to its end. */
final class Command {
    private static final int MAX_OUTPUT_BYTES = 1 << 16;

    /** @param exit 127 when the program is not there, 124 when it did not end in time */
    record Outcome(int exit, String output) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    private Command() {}

    static Outcome run(Duration limit, List<String> words) {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        // The sentences of PostgreSQL are read by this package: they must not depend on the language of the machine.
        builder.environment().put("LC_ALL", "C");
        Process process;
        try {
            process = builder.start();
        } catch (IOException absent) {
            return new Outcome(127, String.valueOf(absent.getMessage()));
        }
        var output = new StringBuilder();
        Thread reader = Thread.ofPlatform().daemon().start(() -> drain(process.getInputStream(), output));
        try {
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Outcome(124, "no end within " + limit.toSeconds() + " s");
            }
            reader.join(Duration.ofSeconds(5));
        } catch (IOException closedAlready) {
            // The program ended without reading: its exit value tells the rest.
        } catch (InterruptedException interruption) {
            process.destroyForcibly();
            throw Faults.interrupted(interruption);
        }
        synchronized (output) {
            return new Outcome(process.isAlive() ? 124 : process.exitValue(), output.toString());
        }
    }

    private static void drain(InputStream from, StringBuilder to) {
        try (from) {
            byte[] block = new byte[8192];
            for (int read = from.read(block); read >= 0; read = from.read(block)) {
                synchronized (to) {
                    if (to.length() < MAX_OUTPUT_BYTES) {
                        to.append(new String(block, 0, read, StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (IOException closed) {
            // What was read so far is what there is.
        }
    }
}
