package acorde.web.taxii;

import acorde.web.words.Words;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Why a program is not given what it asked for; becomes an error message of TAXII, in the language the program asks for. */
final class TaxiiFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Function<Words, String> description;

    private TaxiiFault(int status, Function<Words, String> description) {
        super("Status " + status, null, false, false); // an answer, not a fault: nobody looks at its trace
        this.status = status;
        this.description = description;
    }

    /** @param description in a sentence for who looks after the program */
    static TaxiiFault of(int status, Function<Words, String> description) {
        return new TaxiiFault(status, description);
    }

    static TaxiiFault unreadable(Function<Words, String> description) {
        return new TaxiiFault(400, description);
    }

    static TaxiiFault noCollection() {
        return new TaxiiFault(404, words -> words.say("taxii.fault.no-collection"));
    }

    static TaxiiFault noObject() {
        return new TaxiiFault(404, words -> words.say("taxii.fault.no-object"));
    }

    int status() {
        return status;
    }

    ObjectNode toJson(Words words) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("title", title(words))
                .put("description", description.apply(words))
                .put("http_status", String.valueOf(status));
    }

    private String title(Words words) {
        return switch (status) {
            case 400 -> words.say("taxii.title.unreadable");
            case 403 -> words.say("taxii.title.forbidden");
            case 404 -> words.say("taxii.title.not-found");
            case 406 -> words.say("taxii.title.not-acceptable");
            case 413 -> words.say("taxii.title.too-large");
            case 415 -> words.say("taxii.title.not-taxii");
            case 422 -> words.say("taxii.title.no-objects");
            case 503 -> words.say("taxii.title.busy");
            default -> words.say("taxii.title.failed");
        };
    }
}
