package acorde.web.paper;

import acorde.documents.Rule;

/** The status of an answer that says why a paper was not issued. */
public final class PaperStatus {
    private PaperStatus() {}

    public static int of(Rule rule) {
        return switch (rule) {
            case MALFORMED, OTHER_DIGEST, TOO_LONG -> 422;
            case OFFICE_MAY_NOT, NOT_OF_THE_GROUP -> 403;
            case UNKNOWN_SCOPE -> 404;
            case NOT_TO_ALL, OTHER_DAY, NOT_YOUR_BRIEF, DRAFT_MOVED -> 409;
        };
    }
}
