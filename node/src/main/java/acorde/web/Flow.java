package acorde.web;

import acorde.acts.Doorway;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An answer that is sent while it is made. */
public final class Flow {
    /** Bytes that rows of a table hold which are read together, and what of them waits to be written. */
    public static final long ROWS = 8 << 20;

    /** Bytes of the chunk of a file that is being sent, twice: as it was read, and on its way. */
    static final long CHUNK = 2 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Flow.class);

    private Flow() {}

    /** What is sent, from its head on. */
    public interface Making {
        void send(OutputStream out) throws IOException;
    }

    /**
     * Sends it. A fault is told in words only while nothing has gone out. After that they would be taken for a part of it, and what there is
     * for the whole: the connection is broken off, without the end that tells a reader and every proxy between that all has come.
     *
     * @param weight bytes it holds at once while it is taken
     * @throws acorde.acts.Busy if there is no room for it now
     */
    public static void send(HttpServletResponse response, long weight, Making making) throws IOException {
        Doorway.flow(weight);
        try {
            making.send(response.getOutputStream());
        } catch (RuntimeException fault) {
            if (!response.isCommitted()) {
                response.resetBuffer();
                throw fault;
            }
            LOG.warn("What was being sent broke off", fault);
            // Without its cause: by some it would be taken for a reader who left, and swallowed.
            throw new IOException("what was sent is a part");
        }
    }
}
