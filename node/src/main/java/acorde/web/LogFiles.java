package acorde.web;

import acorde.acts.Acts;
import acorde.acts.Doorway;
import acorde.trust.PartyCode;
import acorde.trust.Place;
import acorde.trustlog.Hash;
import acorde.trustlog.SignedNote;
import acorde.trustlog.TilePath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Serves checkpoints and tiles of the logs stored here, as c2sp.org/tlog-tiles has them; used by the partners' port and the public one. */
final class LogFiles {
    /** The longest a checkpoint is waited for. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** How long it may take until somebody who waits is told that the server closes. */
    private static final Duration SLICE = Duration.ofMillis(250);

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Acts acts;
    private volatile boolean closing;

    LogFiles(Acts acts) {
        this.acts = acts;
    }

    /** The name under which a log is mirrored: SHA-256 of its origin. */
    static String mirrorName(Place place) {
        return Hash.sha256(place.keys().log().name().getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    /** The latest signed checkpoint; held while it is not past {@code after} and {@code wait} has not passed. */
    void checkpoint(PartyCode party, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        await(request, now -> acts.logs().state(party).size());
        note(acts.logs().state(party).note(), response);
    }

    /** The checkpoint this party has cosigned, which is its receipt; held likewise. */
    void cosigned(PartyCode party, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        await(request, now -> acts.logs().state(party).cosignedSize());
        note(acts.logs().state(party).cosigned(), response);
    }

    private void await(HttpServletRequest request, ToLongFunction<Long> size) throws InterruptedException {
        var after = number(request, "after", -1);
        var wait = Math.clamp(number(request, "wait", 0), 0, LONGEST_WAIT.toSeconds());
        var end = System.nanoTime() + Duration.ofSeconds(wait).toNanos();
        var seen = acts.commits();
        while (size.applyAsLong(seen) <= after && System.nanoTime() < end && !closing)
            seen = acts.awaitCommit(seen, Duration.ofNanos(Math.min(SLICE.toNanos(), end - System.nanoTime())));
    }

    /** Lets go of all who wait. */
    void close() {
        closing = true;
    }

    private static long number(HttpServletRequest request, String name, long otherwise) {
        var text = request.getParameter(name);
        return text == null ? otherwise : Long.parseLong(text);
    }

    static void note(@Nullable SignedNote note, HttpServletResponse response) throws IOException {
        if (note == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/plain;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(note.bytes());
    }

    /** A tile or an entry bundle. */
    void tile(PartyCode party, String path, HttpServletResponse response) throws IOException {
        var tile = TilePath.parse(path);
        var bytes = acts.logs().tile(party, tile);
        if (bytes.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Doorway.carry(bytes.get().length);
        response.setContentType("application/octet-stream");
        response.setHeader("Cache-Control", FOR_EVER);
        response.setContentLength(bytes.get().length);
        response.getOutputStream().write(bytes.get());
    }
}
