package acorde.web;

import acorde.acts.Act;
import acorde.web.view.Links;
import acorde.web.view.Signed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** After a signing, the page one lands on says what was signed. It is remembered in the session, so no address can make a page say so. */
public final class Confirming {
    private static final String KEY = Confirming.class.getName();

    private Confirming() {}

    /** The next page that is drawn for this reader says so, once. */
    public static void signed(HttpServletRequest request, List<Act> acts) {
        if (acts.isEmpty()) return;
        var first = acts.getFirst();
        var id = first.id().toString();
        signed(request, new Signed(first.kind(), id, Links.act(id), acts.size() - 1));
    }

    /** The same of what has words, or a page, of its own. */
    public static void signed(HttpServletRequest request, Signed what) {
        var session = request.getSession(false);
        if (session != null) session.setAttribute(KEY, what);
    }

    /** What is to be said on this page; null on most. Parts of pages that are asked for later say nothing. */
    static @Nullable Signed take(HttpServletRequest request) {
        if (request.getAttribute(KEY) instanceof Signed taken) return taken;
        var session = request.getSession(false);
        if (session == null || !request.getMethod().equals("GET") || request.getHeader("HX-Request") != null)
            return null;
        if (!(session.getAttribute(KEY) instanceof Signed signed)) return null;
        session.removeAttribute(KEY);
        request.setAttribute(KEY, signed);
        return signed;
    }
}
