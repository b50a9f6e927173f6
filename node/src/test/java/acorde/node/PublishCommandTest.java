package acorde.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What an operator can ask for when publishing. */
final class PublishCommandTest {
    @Test
    void theDateOfAnEditionCannotBeChosen() {
        var line = Main.line();
        line.parseArgs("publish", "site", "--data", "node");
        var refused = assertThrows(
                CommandLine.UnmatchedArgumentException.class,
                () -> line.parseArgs("publish", "site", "--data", "node", "--date", "2026-12-01"));
        assertEquals(List.of("--date", "2026-12-01"), refused.getUnmatched());
    }
}
