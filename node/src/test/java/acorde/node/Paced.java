package acorde.node;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The command line as it is, in a process of its own, but for its output: it stands at every line until whoever started it has heard
 * that, so that what it does can be looked at meanwhile. Once nobody is there to hear any more it stands no longer.
 */
final class Paced {
    /** The program, when more than that is on the class path. */
    static final String PROGRAM = "acorde.paced.program";

    /** Behind every line at which it stands: what else comes out, such as a warning of Java, is not waited for. */
    static final String STANDS = " (stands)";

    private Paced() {}

    public static void main(String[] words) {
        System.setProperty("java.class.path", System.getProperty(PROGRAM));
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8) {
            @Override
            public synchronized void println(String line) {
                super.println(line + STANDS);
                try {
                    var _ = System.in.read();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        Main.main(words);
    }
}
