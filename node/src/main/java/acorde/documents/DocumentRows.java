package acorde.documents;

import acorde.acts.ActId;
import acorde.postgres.Keyed;
import acorde.postgres.Table;
import acorde.postgres.Type;
import java.time.Instant;
import java.time.LocalDate;

/** The rows of documents: which act issued a paper of what, as lists tell it. The paper itself stays in its act. */
final class DocumentRows {
    static final Table<ActId, Place> ISSUED = Table.<ActId, Place>named("documents.issued")
            .key("act", Type.TEXT, ActId::toString)
            .column("scope", Type.TEXT, Place::scope)
            .column("since", Type.TEXT, Place::since)
            .column("said", Type.BIGINT, Place::said)
            .column("office", Type.TEXT, Place::office)
            .column("code", Type.TEXT, Place::code)
            .reading(row -> new Keyed<>(
                    ActId.parse(row.text("act")),
                    new Place(
                            row.text("scope"),
                            row.text("since"),
                            row.bigint("said"),
                            row.text("office"),
                            row.text("code"))));

    private DocumentRows() {}

    /**
     * @param since empty for a paper that tells of no days
     * @param said when its author says it was issued, ms since 1970
     * @param code to check it by
     */
    record Place(String scope, String since, long said, String office, String code) { // as the columns
        static Place of(Listing paper) {
            var since = paper.scope().since();
            return new Place(
                    paper.scope().place(),
                    since == null ? "" : since.toString(),
                    paper.at().toEpochMilli(),
                    paper.office(),
                    paper.code().toString());
        }

        Listing listing(ActId act) {
            var parts = scope.split(" ", 2);
            return new Listing(
                    act,
                    office,
                    Instant.ofEpochMilli(said),
                    Scope.of(parts[0], parts[1], since.isEmpty() ? null : LocalDate.parse(since)),
                    CheckCode.read(code).orElseThrow());
        }
    }
}
