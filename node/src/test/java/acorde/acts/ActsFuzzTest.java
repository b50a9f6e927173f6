package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What partners write is read or refused in the ways that are told, and nothing else comes of it. In a test run these go over the kept
 * inputs; see {@code spec/vectors/README.md} for how to let them search.
 */
class ActsFuzzTest {
    private static final PartyCode GT = new PartyCode("GT");
    private static final ActId ID = new ActId(new PartyCode("HN"), 42);

    @FuzzTest(maxDuration = "60s")
    void act(byte[] input) {
        var reading = ActText.read(ID, input, GT);
        assertEquals(reading, ActText.read(ID, input, GT));
        switch (reading) {
            case ActText.Reading.Bad(var rule) -> assertTrue(rule.matches("[A-Z_]+"), rule);
            case ActText.Reading.Good(var act) -> {
                assertEquals(ID, act.id());
                assertEquals(Hash.sha256(input), act.hash());
                assertTrue(act.to().contains(GT) && act.to().size() <= ActText.ADDRESSEES);
                assertTrue(act.after().size() <= ActText.DEPENDENCIES);
            }
        }
    }

    @FuzzTest(maxDuration = "60s")
    void openings(byte[] input) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        try {
            Openings.read(new ByteArrayInputStream(input), new Openings.Reader() {
                @Override
                public void read(Openings.Opening opening) throws IOException {
                    FakePeer.write(out, opening.index(), opening.salt(), opening.act());
                }

                @Override
                public void takenBack(long index, long order) throws IOException {
                    out.writeLong(index | Long.MIN_VALUE);
                    out.writeLong(order);
                }
            });
        } catch (IOException refused) {
            return; // a page that breaks off or is not in order: what came before was given
        }
        assertArrayEquals(input, bytes.toByteArray());
    }
}
