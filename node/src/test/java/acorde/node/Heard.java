package acorde.node;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A story as a test hears it: it stands at every line until the test has heard it, so that the nodes can be looked at meanwhile. */
final class Heard {
    private final DemoProcess demo;
    private final List<String> heard = new ArrayList<>();

    /** At which it stands. */
    private @Nullable String line;

    Heard(DemoProcess demo) {
        this.demo = demo;
    }

    /** Lets the story go on to the line that has these words. @return the line, at which it stands */
    String to(String words) throws IOException {
        while (true) {
            if (line == null) line = next();
            if (line.contains(words)) return line;
            if (line.startsWith("demo: failed"))
                throw new AssertionError("no \"" + words + "\": " + line + " after " + heard);
            heard.add(line);
            line = null;
            demo.goOn();
        }
    }

    private String next() throws IOException {
        for (var said = demo.read(); said != null; said = demo.read()) {
            if (said.endsWith(Paced.STANDS)) return said.substring(0, said.length() - Paced.STANDS.length());
            heard.add(said);
        }
        throw new AssertionError("it ended after " + heard);
    }

    /** What was told before the line at which it stands. */
    List<String> before() {
        return List.copyOf(heard);
    }
}
