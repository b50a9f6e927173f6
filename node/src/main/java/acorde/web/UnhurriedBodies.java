package acorde.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Gives a request so much time for its whole body, and more only as more of it comes. The server's own patience begins anew with every byte, so that whoever sends one now and then
 * would be waited for without end.
 *
 * <p>Only time spent on waiting for the body counts. What of a body nobody read is read here, within the same time, since the server would
 * read it afterwards without such a limit; past it, or past so many bytes, the connection is ended.
 */
final class UnhurriedBodies extends ValveBase {
    /** Bytes nobody asked for that are taken in, so that whoever sends too much gets to read why it was refused. */
    private static final long UNREAD = 8 << 20;

    /** Bytes a second at which a body may go on beyond that: a file comes over a line of 300 kbit/s in the end. */
    private static final int PACE = 32 << 10;

    private final Duration patience;

    UnhurriedBodies(Duration patience) {
        super(true);
        this.patience = patience;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var coyote = request.getCoyoteRequest();
        // What the server has refused by then, such as two lengths, has no body that could be told from the next
        // request.
        if (response.getStatus() >= Response.SC_BAD_REQUEST || !hasBody(coyote)) {
            getNext().invoke(request, response);
            return;
        }
        var buffer = coyote.getInputBuffer();
        var timed = new Timed(buffer);
        coyote.setInputBuffer(timed);
        try {
            getNext().invoke(request, response);
        } finally {
            if (!timed.ended) takeRest(coyote, response, timed);
            coyote.setInputBuffer(buffer);
        }
    }

    private static boolean hasBody(org.apache.coyote.Request coyote) {
        return coyote.getContentLengthLong() > 0 || coyote.getHeader("transfer-encoding") != null;
    }

    private static void takeRest(org.apache.coyote.Request coyote, Response response, Timed timed) {
        try {
            response.finishResponse();
            var before = coyote.getBytesRead();
            while (!timed.ended && coyote.getBytesRead() - before < UNREAD) coyote.doRead(new Nowhere());
            if (timed.ended) return;
        } catch (IOException tooSlowOrGone) {
            // ended below
        }
        coyote.action(ActionCode.CLOSE_NOW, null);
    }

    /** The body as it comes in, until the time is up. For the one thread that answers the request. */
    private final class Timed implements InputBuffer {
        private final InputBuffer body;
        private long waited;
        private long came;
        private boolean ended;

        Timed(InputBuffer body) {
            this.body = body;
        }

        @Override
        public int doRead(ApplicationBufferHandler target) throws IOException {
            if (waited > patience.toNanos() + TimeUnit.SECONDS.toNanos(came) / PACE)
                throw new IOException("the body did not come in time");
            var began = System.nanoTime();
            var read = body.doRead(target);
            waited += System.nanoTime() - began;
            if (read < 0) ended = true;
            else came += read;
            return read;
        }

        @Override
        public int available() {
            return body.available();
        }
    }

    /** Where bytes go that nobody asked for. */
    private static final class Nowhere implements ApplicationBufferHandler {
        private ByteBuffer buffer = EMPTY_BUFFER;

        @Override
        public void setByteBuffer(ByteBuffer given) {
            buffer = given;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // nothing is kept
        }
    }
}
