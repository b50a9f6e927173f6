package acorde.web.press;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** What Java does not offer of the disk of Linux; a seam, so that a test can see what is asked of it, and in which order. */
interface Disk {
    Disk LINUX = new Linux();

    /** Brings everything of the file system that a folder lies on to the disk, where a loss of power leaves it. */
    void settle(Path folder) throws IOException;

    /**
     * Puts one folder in the place of another in a single step, so that nobody ever finds neither. Two renames would leave a moment without a
     * site, and a run cut short in it none at all.
     *
     * @throws IOException if the file system cannot do it
     */
    void exchange(Path one, Path other) throws IOException;

    /** {@code syncfs}, one call for thousands of files, and {@code renameat2} with {@code RENAME_EXCHANGE}. */
    final class Linux implements Disk {
        private static final int HERE = -100;
        private static final int RENAME_EXCHANGE = 2;
        private static final int TO_READ = 0;
        private static final MethodHandle OPEN =
                function("open", ADDRESS, JAVA_INT); // a third argument only makes a file
        private static final MethodHandle SYNC = function("syncfs", JAVA_INT);
        private static final MethodHandle CLOSE = function("close", JAVA_INT);
        private static final MethodHandle RENAME =
                function("renameat2", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);

        private Linux() {}

        private static MethodHandle function(String name, MemoryLayout... arguments) {
            var linker = Linker.nativeLinker();
            return linker.downcallHandle(
                    linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(JAVA_INT, arguments));
        }

        @Override
        public void settle(Path folder) throws IOException {
            try (var arena = Arena.ofConfined()) {
                var descriptor = (int) OPEN.invokeExact(arena.allocateFrom(folder.toString()), TO_READ);
                if (descriptor < 0) throw new IOException(folder + " cannot be opened");
                var failed = (int) SYNC.invokeExact(descriptor);
                var unclosed = (int) CLOSE.invokeExact(descriptor);
                if (failed != 0 || unclosed != 0) throw new IOException("the disk did not take all of " + folder);
            } catch (IOException | RuntimeException | Error fault) {
                throw fault;
            } catch (Throwable never) {
                throw new IllegalStateException(never);
            }
        }

        @Override
        public void exchange(Path one, Path other) throws IOException {
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
}
