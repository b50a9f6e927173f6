package acorde.web.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Why a program is not given what it asked for; becomes a problem of RFC 9457. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final @Nullable String rule;

    private Problem(int status, String title, String detail, @Nullable String rule) {
        super(detail, null, false, false); // an answer, not a fault: nobody looks at its trace
        this.status = status;
        this.title = title;
        this.rule = rule;
    }

    /** What was sent cannot be read. */
    static Problem unreadable(String detail) {
        return new Problem(400, "Not readable", detail, null);
    }

    static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail, null);
    }

    static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, null);
    }

    /** A rule said no. @param status 409 if the state stands against it, 422 if what was sent does */
    static Problem rule(int status, String title, String detail, String rule) {
        return new Problem(status, title, detail, rule);
    }

    int status() {
        return status;
    }

    ObjectNode toJson() {
        var body = JsonMapper.shared().createObjectNode();
        body.put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", getMessage());
        if (rule != null) body.put("rule", rule);
        return body;
    }
}
