package acorde.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something did not work: what, and what to do next.
 *
 * @param status the HTTP status
 * @param reference what to tell the administrator so that the entry in the node's journal can be found; empty when
 *     there is none
 * @param refusal the rule that said no, when a rule did
 */
public record ErrorView(
        int status, String reference, @Nullable Refusal refusal) {
    /** The statuses that have sentences of their own. */
    public static final List<Integer> STATUSES = List.of(400, 403, 404, 406, 409, 413, 429, 500, 503, 504);

    public String key() {
        return "error." + (STATUSES.contains(status) ? status : status < 500 ? 400 : 500);
    }
}
