package acorde.trust;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Parties with real keys and the charter they found, for tests. */
public final class Parties {
    /** An address at which nobody answers. */
    public static final Function<PartyCode, String> NOWHERE = party -> "https://127.0.0.1:1";

    private final Map<PartyCode, KeyRing> keys = new LinkedHashMap<>();
    private final Charter charter;

    public Parties(Path folder, Function<PartyCode, String> addresses, String... codes) {
        var parties = JsonMapper.shared().createArrayNode();
        for (var code : codes) {
            var party = new PartyCode(code);
            var ring = KeyRing.create(folder.resolve(code), new SecureRandom());
            keys.put(party, ring);
            var entry = parties.addObject();
            entry.put("code", code);
            entry.put("address", addresses.apply(party));
            ring.publicKeys("test", party).writeTo(entry.putObject("keys"));
        }
        var content = JsonMapper.shared().createObjectNode();
        content.put("compact", "test");
        content.set("parties", parties);
        charter = Charter.parse(JsonMapper.shared().writeValueAsBytes(content));
    }

    public Charter charter() {
        return charter;
    }

    public KeyRing keys(PartyCode party) {
        return keys.get(party);
    }

    /** An empty log of a party, on paper. */
    public PaperLog log(PartyCode party) {
        return new PaperLog(charter, party, keys.get(party));
    }
}
