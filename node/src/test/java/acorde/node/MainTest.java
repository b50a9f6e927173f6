package acorde.node;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class MainTest {
    @Test
    void ofTheWorkOfLibrariesACommandTellsOnlyWhatIsWrong() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var library = LoggerFactory.getLogger("of.a.library");
        var before = root.getLevel();
        try {
            root.setLevel(Level.INFO);
            assertTrue(library.isInfoEnabled());
            Main.onlyWhatIsWrong();
            assertFalse(library.isInfoEnabled());
            assertTrue(library.isWarnEnabled());
        } finally {
            root.setLevel(before);
        }
    }
}
