package acorde.bench;

import acorde.acts.Acts;
import acorde.acts.Duty;
import acorde.postgres.Postgres;
import acorde.trust.Charter;
import acorde.trust.KeyRing;
import acorde.trust.Logs;
import acorde.trust.PartyCode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Four parties founded for a measurement, with the cores of their nodes in this process. */
final class Parties {
    private static final List<String> CODES = List.of("US", "GT", "HN", "SV");
    private static final String COMPACT = "moc-2019";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ANNOUNCER = "US";

    private final Charter charter;
    private final Map<String, KeyRing> keys = new LinkedHashMap<>();

    Parties(Path folder) throws IOException {
        var content = JSON.createObjectNode();
        content.put("acorde", 1);
        content.put("compact", COMPACT);
        content.set("title", Core.both("Medición", "Measurement"));
        content.put("announcer", ANNOUNCER);
        content.put("exercise", true);
        var parties = content.putArray("parties");
        for (var code : CODES) {
            var ring = KeyRing.create(folder.resolve("keys-" + System.nanoTime() + code), new SecureRandom());
            keys.put(code, ring);
            var party = parties.addObject();
            party.put("code", code);
            party.set("name", Core.both(code, code));
            party.set("body", Core.both(code, code));
            party.put("zone", "America/Tegucigalpa");
            try (var socket = new ServerSocket(0)) {
                party.put("address", "https://127.0.0.1:" + socket.getLocalPort());
            }
            ring.publicKeys(COMPACT, new PartyCode(code)).writeTo(party.putObject("keys"));
        }
        charter = Charter.parse(JSON.writeValueAsBytes(content));
    }

    Charter charter() {
        return charter;
    }

    KeyRing keys(String code) {
        var ring = keys.get(code);
        if (ring == null) throw new IllegalArgumentException(code);
        return ring;
    }

    /** Opens the core of one of them on a database; the announcer brings in the history. */
    Core open(String code, Postgres postgres) {
        var party = new PartyCode(code);
        var core = new Core(charter, party, keys(code), postgres);
        if (code.equals(ANNOUNCER)) core.announce();
        return core;
    }

    /** One party's log alone, with the duties given. */
    Acts bare(String code, Postgres postgres, List<Duty> duties) {
        for (var schema : List.of("trust", "acts")) postgres.migrate(schema);
        var logs = new Logs(charter, new PartyCode(code), keys(code), postgres.readers());
        return new Acts(postgres, postgres.lease("log"), logs, duties, (_, _) -> {}, Clock.systemUTC());
    }
}
