package acorde.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.CompactFolder;
import acorde.compact.Initiative;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Nobody signs what was not shown: every member of a text has a field, or stands in the one for all others. */
class TextsTest {
    @Test
    void everyMemberOfEveryInitiativeOf2019IsShownSomewhere() {
        var others = 0;
        var read = (CompactFolder.Read.Folder) CompactFolder.read(Path.of("..", "compacts", "moc-2019"));
        for (var item : read.items().values()) {
            if (!(item instanceof Initiative initiative)) continue;
            var members = new TreeSet<>(initiative.toJson().propertyNames());
            var other = Texts.rest(initiative).other();
            if (!other.isEmpty()) {
                others++;
                assertEquals(
                        new TreeSet<>(JsonMapper.shared().readTree(other).propertyNames()),
                        minus(members),
                        initiative.toString());
            } else assertTrue(minus(members).isEmpty(), initiative.toString());
        }
        assertTrue(others > 0, "some have figures and reports of sources");
    }

    private static TreeSet<String> minus(TreeSet<String> members) {
        var left = new TreeSet<>(members);
        Texts.SHOWN.forEach(left::remove);
        return left;
    }
}
