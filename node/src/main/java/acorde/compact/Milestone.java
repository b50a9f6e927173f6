package acorde.compact;

import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A dated step of an initiative.
 *
 * @param code tells it from the others of its initiative, and stays when the text is amended
 * @param due the day by which it is to be done
 * @param party who owes it; null if all parties of the initiative do
 */
public record Milestone(
        String code,
        Bilingual title,
        LocalDate due,
        @Nullable PartyCode party) {
    private static Milestone read(TextReader reader) {
        return new Milestone(
                reader.word("code", Form.CODE),
                reader.title("title"),
                reader.word("due", Form.DAY),
                reader.wordIfGiven("party", Form.PARTY));
    }

    /** The milestones of an initiative: no code twice, and none owed by a party that does not owe the initiative. */
    static List<Milestone> readAll(TextReader reader, List<PartyCode> parties) {
        var milestones = reader.children("milestones", Milestone::read);
        var codes = new HashSet<String>();
        for (var milestone : milestones) {
            if (!codes.add(milestone.code()))
                reader.complain(
                        "milestones",
                        "El hito " + milestone.code() + " está repetido.",
                        "The milestone " + milestone.code() + " stands here twice.");
            if (milestone.party() != null && !parties.contains(milestone.party()))
                reader.complain(
                        "milestones",
                        milestone.party() + " no es parte de la iniciativa.",
                        milestone.party() + " is no party of the initiative.");
        }
        return milestones;
    }

    ObjectNode toJson() {
        return new TextWriter()
                .word("code", code)
                .text("title", title)
                .word("due", due)
                .word("party", party)
                .done();
    }
}
