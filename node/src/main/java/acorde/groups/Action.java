package acorde.groups;

import acorde.compact.Bilingual;
import acorde.compact.Form;
import acorde.compact.TextReader;
import acorde.compact.TextWriter;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/** What a decision gives a party to do. It stands in the decision, so the party that owes it has assented to owing it. */
public record Action(PartyCode owner, OfficeCode office, Bilingual what, LocalDate due) {
    /** What its owner says of it. */
    public enum Progress {
        UNDERWAY,
        BLOCKED,
        DONE
    }

    static final Form<Progress> PROGRESS = Form.oneOf(Progress.class);

    static Action read(TextReader reader) {
        return new Action(
                reader.word("owner", Form.PARTY),
                reader.word("office", Forms.OFFICE),
                Forms.text(reader, "what"),
                reader.word("due", Form.DAY));
    }

    ObjectNode toJson() {
        return new TextWriter()
                .word("owner", owner)
                .word("office", office)
                .text("what", what)
                .word("due", due)
                .done();
    }
}
