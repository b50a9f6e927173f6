package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** How long somebody may take for an answer, at whatever pace they take it; on a clock of its own. */
final class UnhurriedAnswerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Takes so many bytes in a second. */
    private static final class Taker extends ServletOutputStream {
        private final double pace;
        private double seconds;
        private long taken;

        Taker(double pace) {
            this.pace = pace;
        }

        @Override
        public void write(int octet) {
            taken++;
            seconds += 1 / pace;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            taken += length;
            seconds += length / pace;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}
    }

    private static ServletOutputStream to(Taker taker) throws IOException {
        return to(taker, () -> UnhurriedAnswer.PACE);
    }

    private static ServletOutputStream to(Taker taker, IntSupplier pace) throws IOException {
        var response = (HttpServletResponse) Proxy.newProxyInstance(
                Taker.class.getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (_, _, _) -> taker);
        return new UnhurriedAnswer(response, PATIENCE, pace, () -> (long) (taker.seconds * 1e9)).getOutputStream();
    }

    @Test
    void whoTakesAPageOfOpeningsAtThePaceOfASlowLineGetsAllOfIt() throws IOException {
        var taker = new Taker(UnhurriedAnswer.PACE);
        to(taker).write(new byte[9 << 20]);
        assertEquals(9 << 20, taker.taken);
    }

    @Test
    void whoTakesItSlowlyGivesWayOnceOthersWait() throws IOException {
        var taker = new Taker(UnhurriedAnswer.PACE);
        var out = to(taker, () -> taker.seconds < 60 ? UnhurriedAnswer.PACE : 64 << 10);
        assertThrows(IOException.class, () -> out.write(new byte[9 << 20]));
        assertEquals(60, taker.seconds, 5);
        var quick = new Taker(64 << 10);
        to(quick, () -> 64 << 10).write(new byte[9 << 20]);
        assertEquals(9 << 20, quick.taken);
    }

    @Test
    void whoTakesLittleAtATimeIsNotWaitedForWithoutEndHoweverSteadilyTheyDo() throws IOException {
        var taker = new Taker(UnhurriedAnswer.PACE / 2.0);
        var out = to(taker);
        assertThrows(IOException.class, () -> out.write(new byte[9 << 20]));
        assertTrue(taker.seconds < 2 * PATIENCE.toSeconds() + 5, "after " + taker.seconds + " s");
        var bytewise = new Taker(1);
        var slowly = to(bytewise);
        assertThrows(IOException.class, () -> {
            while (true) slowly.write('x');
        });
        assertTrue(bytewise.seconds < PATIENCE.toSeconds() + 5, "after " + bytewise.seconds + " s");
    }
}
