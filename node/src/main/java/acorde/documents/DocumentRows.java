package acorde.documents;

import acorde.acts.ActId;
import acorde.postgres.Keyed;
import acorde.postgres.Table;
import acorde.postgres.Type;

/** The rows of documents: which act issued a paper of what. The paper itself stays in its act. */
final class DocumentRows {
    static final Table<ActId, Place> ISSUED = Table.<ActId, Place>named("documents.issued")
            .key("act", Type.TEXT, ActId::toString)
            .column("scope", Type.TEXT, Place::scope)
            .column("said", Type.BIGINT, Place::said)
            .reading(
                    row -> new Keyed<>(ActId.parse(row.text("act")), new Place(row.text("scope"), row.bigint("said"))));

    private DocumentRows() {}

    /** @param said when its author says it was issued, ms since 1970 */
    record Place(String scope, long said) {}
}
