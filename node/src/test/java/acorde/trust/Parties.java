package acorde.trust;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
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
        for (var code : codes) keys.put(new PartyCode(code), KeyRing.create(folder.resolve(code), new SecureRandom()));
        charter = founded(addresses, keys.keySet());
    }

    private Charter founded(Function<PartyCode, String> addresses, Collection<PartyCode> codes) {
        var parties = JsonMapper.shared().createArrayNode();
        for (var party : codes) {
            var ring = keys(party);
            var entry = parties.addObject();
            entry.put("code", party.value());
            entry.put("address", addresses.apply(party));
            ring.publicKeys("test", party).writeTo(entry.putObject("keys"));
        }
        var content = JsonMapper.shared().createObjectNode();
        content.put("compact", "test");
        content.set("parties", parties);
        return Charter.parse(JsonMapper.shared().writeValueAsBytes(content));
    }

    /** A charter of the others alone, at no address. */
    public Charter charterWithout(PartyCode party) {
        var others = new ArrayList<>(keys.keySet());
        others.remove(party);
        return founded(NOWHERE, others);
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
