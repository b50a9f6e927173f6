package acorde.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives whoever takes an answer so much time for the whole of it, and more only as they take more. The server's own patience begins anew with
 * every piece, so that whoever takes one now and then would hold what the answer holds without end. Only time spent on waiting for them counts.
 */
final class UnhurriedAnswer extends HttpServletResponseWrapper {
    /** Bytes a second at which an answer may go on beyond that: a line of 64 kbit/s has all of it in the end. */
    static final int PACE = 8 << 10;

    /** Bytes after which it is looked at the time: the server waits for one such piece no longer than for any. */
    private static final int PIECE = 16 << 10;

    private final Duration patience;
    private final IntSupplier pace;
    private final LongSupplier nanos;
    private @Nullable ServletOutputStream out;

    UnhurriedAnswer(HttpServletResponse response, Duration patience) {
        this(response, patience, () -> PACE, System::nanoTime);
    }

    /**
     * @param pace bytes a second at which it may go on now
     * @param nanos what the time is
     */
    UnhurriedAnswer(HttpServletResponse response, Duration patience, IntSupplier pace, LongSupplier nanos) {
        super(response);
        this.pace = pace;
        this.patience = patience;
        this.nanos = nanos;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (out == null) out = new Timed(super.getOutputStream());
        return out;
    }

    private final class Timed extends ServletOutputStream {
        private final ServletOutputStream to;
        private long waited;
        private long taken;

        Timed(ServletOutputStream to) {
            this.to = to;
        }

        private interface Step {
            void take() throws IOException;
        }

        private void within(int bytes, Step step) throws IOException {
            if (waited > patience.toNanos() + TimeUnit.SECONDS.toNanos(taken) / pace.getAsInt())
                throw new IOException("the answer was not taken in time");
            var began = nanos.getAsLong();
            step.take();
            waited += nanos.getAsLong() - began;
            taken += bytes;
        }

        @Override
        public void write(int octet) throws IOException {
            within(1, () -> to.write(octet));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (var at = 0; at < length; at += PIECE) {
                var start = from + at;
                var piece = Math.min(PIECE, length - at);
                within(piece, () -> to.write(bytes, start, piece));
            }
        }

        @Override
        public void flush() throws IOException {
            within(0, to::flush);
        }

        @Override
        public void close() throws IOException {
            to.close();
        }

        @Override
        public boolean isReady() {
            return to.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            to.setWriteListener(listener);
        }
    }
}
