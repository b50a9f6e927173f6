package acorde.acts;

import acorde.postgres.Postgres;
import acorde.trust.PaperLog;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import acorde.trustlog.EntryBundle;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Honduras follows Guatemala, whose node does whatever a test tells it to. */
@Tag("database")
abstract class Following {
    static final PartyCode GT = new PartyCode("GT");
    static final PartyCode HN = new PartyCode("HN");
    static final PartyCode SV = new PartyCode("SV");

    /** Where the keys of the parties are, each in a folder of its code. */
    static Path keys;

    static Parties parties;
    static Postgres postgres;

    final FakePace pace = new FakePace();
    LoneNode hn;
    PaperLog gt;

    @BeforeAll
    static void found(@TempDir Path folder) {
        keys = folder;
        parties = new Parties(folder, Parties.NOWHERE, "GT", "HN", "SV");
        postgres = LoneNode.prepared();
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @BeforeEach
    void start() {
        LoneNode.empty(postgres);
        hn = new LoneNode(parties.charter(), HN, parties.keys(HN), postgres);
        gt = parties.log(GT);
    }

    @AfterEach
    void stop() {
        hn.stop();
    }

    long says(PaperLog log, Notes.Say note) {
        return log.write(Notes.text(log.party(), note), note.to());
    }

    FakePeer follow() {
        var peer = new FakePeer(gt, HN);
        hn.follow(GT, peer, pace);
        return peer;
    }

    void untilStored(long size) {
        hn.until("GT stored up to " + size, () -> hn.logs.state(GT).size() == size);
    }

    void untilTrouble(String code) {
        hn.until(code, () -> code.equals(hn.partner(GT).trouble()));
    }

    String wordsOf(long index) {
        return hn.acts
                .act(new ActId(GT, index))
                .orElseThrow()
                .body()
                .path("words")
                .asString();
    }

    /** One bit of the last commitment is not as it was. */
    static byte[] changed(byte[] bundle) {
        var entries = EntryBundle.parse(bundle).entries();
        entries.getLast()[5] ^= 1;
        return EntryBundle.of(entries).bytes();
    }
}
