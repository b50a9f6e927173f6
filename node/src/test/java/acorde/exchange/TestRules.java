package acorde.exchange;

import acorde.policy.Annex;
import acorde.policy.Purpose;
import acorde.policy.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The rules of release the product ships with, as if the parties had adopted them. */
public final class TestRules {
    static final Annex OF_2019 = annex();

    private TestRules() {}

    /** @param areas of the compact */
    public static InForce inForce(Set<Purpose> areas) {
        return inForce(areas, true);
    }

    /** @param realAlerts whether two persons said so */
    public static InForce inForce(Set<Purpose> areas, boolean realAlerts) {
        return new InForce(Optional.of(OF_2019), areas, past -> true, realAlerts);
    }

    private static Annex annex() {
        try {
            var text = Files.readString(Path.of("..", "compacts", "moc-2019", "policy.cedar"));
            return switch (Annex.read(text)) {
                case Annex annex -> annex;
                case Reading.Faulty(var faults) -> throw new AssertionError(faults.toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
