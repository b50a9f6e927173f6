package acorde.web.taxii;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Why a program is not given what it asked for; becomes an error message of TAXII. */
final class TaxiiFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;

    private TaxiiFault(int status, String title, String description) {
        super(description, null, false, false); // an answer, not a fault: nobody looks at its trace
        this.status = status;
        this.title = title;
    }

    static TaxiiFault of(int status, String title, String description) {
        return new TaxiiFault(status, title, description);
    }

    static TaxiiFault unreadable(String description) {
        return new TaxiiFault(400, "Not readable", description);
    }

    static TaxiiFault noCollection() {
        return new TaxiiFault(404, "Not found", "No collection that this office reads.");
    }

    static TaxiiFault noObject() {
        return new TaxiiFault(404, "Not found", "No object that this office may take away.");
    }

    int status() {
        return status;
    }

    ObjectNode toJson() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("title", title)
                .put("description", getMessage())
                .put("http_status", String.valueOf(status));
    }
}
