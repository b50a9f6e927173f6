package acorde.web.press;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * Puts one folder in the place of another in a single step, so that nobody ever finds neither: {@code renameat2} of Linux with
 * {@code RENAME_EXCHANGE}, which Java does not offer. Two renames would leave a moment without a site, and a run cut short in it none at all.
 */
final class Exchange {
    private static final int HERE = -100;
    private static final int RENAME_EXCHANGE = 2;
    private static final MethodHandle RENAME = rename();

    private Exchange() {}

    private static MethodHandle rename() {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("renameat2"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
    }

    /** @throws IOException if the file system cannot do it */
    static void of(Path one, Path other) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var first = arena.allocateFrom(one.toString());
            var second = arena.allocateFrom(other.toString());
            var failed = (int) RENAME.invokeExact(HERE, first, HERE, second, RENAME_EXCHANGE);
            if (failed != 0) throw new IOException("this file system cannot exchange two folders");
        } catch (IOException | RuntimeException | Error fault) {
            throw fault;
        } catch (Throwable never) {
            throw new IllegalStateException(never);
        }
    }
}
