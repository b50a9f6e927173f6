package acorde.web;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Openings;
import acorde.files.Files;
import acorde.files.Named;
import acorde.trust.PartyCode;
import acorde.trust.Place;
import acorde.trust.Transport;
import acorde.trustlog.Malformed;
import acorde.trustlog.TilePath;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What partners pull: this party's log, the openings addressed to the caller, and this party's mirrors with its cosignatures.
 *
 * <p>The caller's key is compared with the charter on every request: a kept connection proves nothing about now.
 */
final class PeerServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Requests of one partner that may be answered, or wait, at once. */
    private static final int AT_ONCE = 32;

    /** Pages of openings, which may be of 9 MiB each, and chunks of files, of 1 MiB, that one partner and that all may be given at once: the partners of a compact of four never wait for each other. */
    private static final int PAGES = 2;

    private static final int PAGES_OF_ALL = 8;

    private static final int PACE_WHILE_OTHERS_WAIT = 64 << 10;

    /** Seconds to wait for the end of an earlier page. */
    private static final int PATIENCE = 10;

    /** Longer than any path and query that is asked for here. */
    private static final int URI_LIMIT = 512;

    /** Numbers as they are written, and no others. */
    private static final Pattern CHUNK = Pattern.compile("(0|[1-9][0-9]{0,14})/(0|[1-9][0-9]?)/(0|[1-9][0-9]{0,2})");

    private static final String NOTHING = "There is nothing at this path.";

    private static final Logger LOG = LoggerFactory.getLogger(PeerServlet.class);

    private final transient Acts acts;
    private final transient Optional<Files> attached;
    private final transient Transport transport;
    private final transient LogFiles files;
    private final transient Map<PartyCode, Semaphore> room = new ConcurrentHashMap<>();
    private final transient Map<PartyCode, Semaphore> pages = new ConcurrentHashMap<>();
    /** In the order in which they came: who takes one slowly and asks again stands behind who waited meanwhile. */
    private final transient Semaphore pagesOfAll = new Semaphore(PAGES_OF_ALL, true);

    private final transient Duration patience;

    /**
     * @param attached the files that acts name; empty where none do
     * @param patience with who takes an answer, beside what they get as they take it
     */
    PeerServlet(Acts acts, Optional<Files> attached, Transport transport, Duration patience) {
        this.patience = patience;
        this.acts = acts;
        this.attached = attached;
        this.transport = transport;
        this.files = new LogFiles(acts);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var caller = caller(request);
        if (caller.isEmpty()) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "This key is not in the charter.");
            return;
        }
        if (!request.getMethod().equals("GET")) {
            refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Partners only read: use GET.");
            return;
        }
        if (length(request) > URI_LIMIT) {
            refuse(response, HttpServletResponse.SC_REQUEST_URI_TOO_LONG, "The path is longer than any there is.");
            return;
        }
        var places = room.computeIfAbsent(caller.get(), party -> new Semaphore(AT_ONCE));
        if (!places.tryAcquire()) {
            refuse(response, 429, "Too many requests at once; wait for some to be answered.");
            return;
        }
        try {
            answer(caller.get(), request, new UnhurriedAnswer(response, patience, this::pace, System::nanoTime));
        } catch (Malformed | NumberFormatException e) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "The path or a number in it is not readable.");
        } catch (InterruptedException e) {
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The node is stopping.");
        } catch (RuntimeException fault) {
            LOG.warn("{} could not be answered {}", caller.get(), request.getRequestURI(), fault);
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The node cannot answer now; ask again.");
        } finally {
            places.release();
        }
    }

    /** Bytes a second at which a partner may go on to take an answer: while others wait for a place, who takes a page slowly gives it up in three minutes. */
    private int pace() {
        return pagesOfAll.hasQueuedThreads() ? PACE_WHILE_OTHERS_WAIT : UnhurriedAnswer.PACE;
    }

    private static int length(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI().length() + (query == null ? 0 : query.length());
    }

    private Optional<PartyCode> caller(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.request.X509Certificate") instanceof X509Certificate[] chain
                        && chain.length == 1
                ? transport.caller(chain[0])
                : Optional.empty();
    }

    private void answer(PartyCode caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        var path = request.getRequestURI();
        if (path.equals("/log/checkpoint")) {
            files.checkpoint(acts.self(), request, response);
        } else if (path.startsWith("/log/")) {
            files.tile(acts.self(), path.substring("/log/".length()), response);
        } else if (path.startsWith("/acts/")) {
            openings(caller, path.substring("/acts/".length()), request, response);
        } else if (path.startsWith("/mirror/")) {
            mirror(path.substring("/mirror/".length()), request, response);
        } else if (path.startsWith("/files/")) {
            chunk(caller, path.substring("/files/".length()), response);
        } else {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, NOTHING);
        }
    }

    /** A chunk of a file: {@code <index of the act>/<number of the file>/<number of the chunk>}. What is not for the caller is not there. */
    private void chunk(PartyCode caller, String path, HttpServletResponse response)
            throws IOException, InterruptedException {
        if (!enter(caller)) {
            refuse(response, 429, "Too many pages and chunks at once; take those that were asked for.");
            return;
        }
        try {
            var place = CHUNK.matcher(path);
            if (!place.matches()) throw new Malformed("three numbers name a chunk");
            var act = new ActId(acts.self(), Long.parseLong(place.group(1)));
            var named = new Named(act, Integer.parseInt(place.group(2)));
            var bytes = attached.flatMap(files -> files.chunkFor(caller, named, Integer.parseInt(place.group(3))));
            if (bytes.isEmpty()) {
                refuse(response, HttpServletResponse.SC_NOT_FOUND, NOTHING);
                return;
            }
            response.setContentType("application/octet-stream");
            response.setContentLength(bytes.get().length);
            response.getOutputStream().write(bytes.get());
            response.flushBuffer();
            attached.ifPresent(files -> files.gave(caller, act, bytes.get()));
        } finally {
            pagesOf(caller).release();
            pagesOfAll.release();
        }
    }

    private void openings(PartyCode caller, String range, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        var bundle = TilePath.parseNumber(range);
        var start = bundle.firstEntry();
        var from = request.getParameter("from") == null ? start : Long.parseLong(request.getParameter("from"));
        if (from < start || from > start + bundle.width()) throw new Malformed("from lies outside the range");
        if (!enter(caller)) {
            refuse(response, 429, "Too many pages of openings at once; take those that were asked for.");
            return;
        }
        try {
            var end = start + bundle.width();
            response.setContentType(Openings.MEDIA_TYPE);
            Openings.write(acts.logs().openingsFor(caller, from, end, Openings.PAGE_BYTES), response.getOutputStream());
        } finally {
            pagesOf(caller).release();
            pagesOfAll.release();
        }
    }

    /** Waits a while for room to give a page of openings. @return false if there is none */
    private boolean enter(PartyCode caller) throws InterruptedException {
        if (!pagesOf(caller).tryAcquire(PATIENCE, TimeUnit.SECONDS)) return false;
        if (pagesOfAll.tryAcquire(PATIENCE, TimeUnit.SECONDS)) return true;
        pagesOf(caller).release();
        return false;
    }

    private Semaphore pagesOf(PartyCode caller) {
        return pages.computeIfAbsent(caller, party -> new Semaphore(PAGES));
    }

    /** Lets go of all who wait for news; they get what there is. */
    void release() {
        files.close();
    }

    private void mirror(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        var slash = path.indexOf('/');
        var name = slash < 0 ? path : path.substring(0, slash);
        var party = acts.logs().charter().places().stream()
                .filter(place -> LogFiles.mirrorName(place).equals(name))
                .map(Place::party)
                .findFirst();
        if (party.isEmpty() || slash < 0) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "No log of that name is mirrored here.");
        } else if (path.endsWith("/checkpoint")) {
            files.cosigned(party.get(), request, response);
        } else {
            files.tile(party.get(), path.substring(slash + 1), response);
        }
    }

    private static void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        if (response.isCommitted()) throw new IOException("the answer had begun already: " + sentence);
        response.reset();
        response.setStatus(status);
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().println(sentence);
    }
}
