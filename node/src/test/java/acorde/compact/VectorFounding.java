package acorde.compact;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Founds a compact on the charter of a vector, which has no keys. */
public final class VectorFounding {
    private VectorFounding() {}

    public static Founding of(String charter) {
        return Founding.of(
                JsonMapper.shared().readTree(charter), Node.sha256(charter.getBytes(StandardCharsets.UTF_8)));
    }
}
