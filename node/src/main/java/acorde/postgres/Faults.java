package acorde.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what the system and the driver throw into the sentence an administrator can act on. */
final class Faults {
    private Faults() {}

    static DatabaseUnavailable ofFiles(IOException fault, Path place) {
        String words = fault + " " + fault.getCause();
        if (isFull(words)) {
            return diskFull(place, fault);
        }
        if (fault instanceof AccessDeniedException
                || words.contains("Permission denied")
                || words.contains("Read-only")) {
            return new DatabaseUnavailable(
                    fault, Trouble.NOT_WRITABLE, place, System.getProperty("user.name", "of this process"));
        }
        return new DatabaseUnavailable(fault, Trouble.NOT_STARTED, place, fault);
    }

    /** What the built-in server or initdb said before it ended. */
    static DatabaseUnavailable ofServer(String output, Path place) {
        if (isFull(output)) {
            return diskFull(place, null);
        }
        return new DatabaseUnavailable(Trouble.NOT_STARTED, place, lastWords(output));
    }

    /** @param where host, port and database, never a password */
    static DatabaseUnavailable ofDriver(SQLException fault, String where) {
        String state = String.valueOf(fault.getSQLState());
        Trouble trouble = switch (state) {
            // 08004 is the driver's own: the server wants a password and there is none.
            case "28000", "28P01", "08004" -> Trouble.NOT_LET_IN;
            case "3D000" -> Trouble.NO_DATABASE;
            case "53300" -> Trouble.TOO_MANY_CONNECTIONS;
            case "25006" -> Trouble.READ_ONLY;
            case "42501" -> Trouble.NO_RIGHT;
            default -> state.startsWith("08") || state.equals("57P03") ? Trouble.UNREACHABLE : Trouble.FAILED;
        };
        return new DatabaseUnavailable(fault, trouble, where, oneLine(String.valueOf(fault.getMessage())));
    }

    /** Whether trying again in a moment may help: the server is away, starting or stopping. */
    static boolean isPassing(SQLException fault) {
        String state = String.valueOf(fault.getSQLState());
        return (state.startsWith("08") && !state.equals("08004")) || state.startsWith("57P0");
    }

    static IllegalStateException interrupted(InterruptedException interruption) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting for the database", interruption);
    }

    static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= 400 ? line : line.substring(0, 400) + "...";
    }

    private static boolean isFull(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return lower.contains("no space left on device") || lower.contains("disk quota exceeded");
    }

    private static DatabaseUnavailable diskFull(Path place, @Nullable Throwable cause) {
        File existing = place.toFile();
        while (existing != null && !existing.exists()) {
            existing = existing.getParentFile();
        }
        long freeMiB = existing == null ? 0 : existing.getUsableSpace() >> 20;
        return new DatabaseUnavailable(cause, Trouble.DISK_FULL, place, freeMiB);
    }

    /** The lines that say why, or else the last one. */
    static String lastWords(String output) {
        var grave = output.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                // Said to somebody who tried to connect meanwhile, not about the server itself.
                .filter(line -> !line.contains("FATAL:  the database system is"))
                .toList();
        if (!grave.isEmpty()) {
            return oneLine(grave.getLast());
        }
        return oneLine(output.lines()
                .filter(line -> !line.isBlank())
                .reduce((a, b) -> b)
                .orElse("(none)"));
    }
}
