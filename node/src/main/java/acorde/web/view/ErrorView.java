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
 * @param instead where a sheet can be read that is too long for a PDF; empty for everything else
 */
public record ErrorView(
        int status, String reference, @Nullable Refusal refusal, String instead) {
    /** What has sentences of its own beside the statuses. */
    public static final String PDF = "pdf";

    /** The statuses that have sentences of their own. */
    public static final List<Integer> STATUSES = List.of(400, 403, 404, 409, 413, 429, 500, 503, 504);

    public ErrorView(int status, String reference, @Nullable Refusal refusal) {
        this(status, reference, refusal, "");
    }

    /** A sheet is too long for a PDF. @param page where it can be read, and printed from the browser */
    public static ErrorView tooLongForPdf(String page) {
        return new ErrorView(422, "", null, page);
    }

    public String key() {
        if (!instead.isEmpty()) return "error." + PDF;
        return "error." + (STATUSES.contains(status) ? status : status < 500 ? 400 : 500);
    }
}
