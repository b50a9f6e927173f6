package acorde.web;

import acorde.acts.Acts;
import acorde.acts.Openings;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * What partners pull: this party's log, the openings addressed to the caller, and this party's mirrors with its cosignatures.
 *
 * <p>The caller's key is compared with the charter on every request: a kept connection proves nothing about now.
 */
final class PeerServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Requests of one partner that may be answered, or wait, at once. */
    private static final int AT_ONCE = 32;

    private final transient Acts acts;
    private final transient Transport transport;
    private final transient LogFiles files;
    private final transient Map<PartyCode, Semaphore> room = new ConcurrentHashMap<>();

    PeerServlet(Acts acts, Transport transport) {
        this.acts = acts;
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
        var places = room.computeIfAbsent(caller.get(), party -> new Semaphore(AT_ONCE));
        if (!places.tryAcquire()) {
            refuse(response, 429, "Too many requests at once; wait for some to be answered.");
            return;
        }
        try {
            answer(caller.get(), request, response);
        } catch (Malformed | NumberFormatException e) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "The path or a number in it is not readable.");
        } catch (InterruptedException e) {
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The node is stopping.");
        } finally {
            places.release();
        }
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
        } else {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "There is nothing at this path.");
        }
    }

    private void openings(PartyCode caller, String range, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var bundle = TilePath.parseNumber(range);
        var start = bundle.firstEntry();
        var from = request.getParameter("from") == null ? start : Long.parseLong(request.getParameter("from"));
        if (from < start || from > start + bundle.width()) throw new Malformed("from lies outside the range");
        response.setContentType(Openings.MEDIA_TYPE);
        Openings.write(acts.logs().openingsFor(caller, from, start + bundle.width()), response.getOutputStream());
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
        response.setStatus(status);
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().println(sentence);
    }
}
