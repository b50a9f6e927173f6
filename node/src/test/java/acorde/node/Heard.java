package acorde.node;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedTransferQueue;

/** Where a story is told to a test: it stands at every line until the test has heard it, so that the nodes can be looked at meanwhile. */
final class Heard extends PrintStream {
    private final LinkedTransferQueue<String> lines = new LinkedTransferQueue<>();
    private final List<String> heard = new ArrayList<>();
    private volatile boolean nobodyListens;

    Heard() {
        super(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    @Override
    public void println(String line) {
        if (nobodyListens) return;
        try {
            lines.transfer(line);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Lets the story go on to the line that has these words. @return the line, at which it stands */
    String to(String words) {
        while (true) {
            Processes.until(words, () -> lines.peek() != null);
            var line = lines.element();
            if (line.contains(words)) return line;
            if (line.startsWith("demo: failed")) throw new AssertionError(line + " after " + heard);
            heard.add(lines.remove());
        }
    }

    /** What was told before the line at which it stands. */
    List<String> before() {
        return List.copyOf(heard);
    }

    /** Lets it go on to its end. */
    void toItsEnd() {
        nobodyListens = true;
        lines.clear();
    }
}
