package acorde.compact;

import acorde.trust.PartyCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One agreed text: a memorandum, a joint statement, an arrangement.
 *
 * @param textPublished whether its own wording was ever published
 * @param governance how the parties said they would run it
 * @param claims where sources disagree, such as on the day of signature
 * @param signatories who signed for each party
 * @param participants who took part later or was invited, without being a party
 */
public record Instrument(
        Bilingual title,
        Nature nature,
        Bilingual place,
        boolean textPublished,
        List<Bilingual> aims,
        Bilingual governance,
        List<Claim> claims,
        List<Signatory> signatories,
        List<Participant> participants,
        List<String> sources)
        implements ItemText { // what is known of an instrument
    public enum Nature {
        POLITICAL,
        ARRANGEMENT,
        TREATY
    }

    private static final Form<Nature> NATURE = Form.oneOf(Nature.class);

    public Instrument {
        aims = List.copyOf(aims);
        claims = List.copyOf(claims);
        signatories = List.copyOf(signatories);
        participants = List.copyOf(participants);
        sources = List.copyOf(sources);
    }

    /** Who signed for a party. */
    public record Signatory(PartyCode party, String name) {
        private static Signatory read(TextReader reader) {
            return new Signatory(reader.word("party", Form.PARTY), reader.word("name", Form.LINE));
        }

        private ObjectNode toJson() {
            return new TextWriter().word("party", party).word("name", name).done();
        }
    }

    /** A state that takes part or was invited, and is no party: it has no node and its consent is not asked. */
    public record Participant(
            PartyCode code,
            Bilingual name,
            Role role,
            @Nullable PartialDate since,
            @Nullable Bilingual note,
            List<String> sources) { // who, as what, since when, says who
        public enum Role {
            JOINED,
            INVITED
        }

        private static final Form<Role> ROLE = Form.oneOf(Role.class);

        public Participant {
            sources = List.copyOf(sources);
        }

        private static Participant read(TextReader reader) {
            return new Participant(
                    reader.word("code", Form.PARTY),
                    reader.text("name"),
                    reader.word("role", ROLE),
                    reader.wordIfGiven("since", Form.DATE),
                    reader.textIfGiven("note"),
                    reader.words("sources", Form.CODE));
        }

        private ObjectNode toJson() {
            return new TextWriter()
                    .word("code", code)
                    .text("name", name)
                    .word("role", role)
                    .word("since", since)
                    .text("note", note)
                    .words("sources", sources)
                    .done();
        }
    }

    static Instrument read(TextReader reader) {
        return new Instrument(
                reader.title("title"),
                reader.word("nature", NATURE),
                reader.text("place"),
                reader.flag("textPublished"),
                reader.texts("aims"),
                reader.text("governance"),
                reader.children("claims", Claim::read),
                reader.children("signatories", Signatory::read),
                reader.children("participants", Participant::read),
                reader.words("sources", Form.CODE));
    }

    @Override
    public ObjectNode toJson() {
        return new TextWriter()
                .text("title", title)
                .word("nature", nature)
                .text("place", place)
                .flag("textPublished", textPublished)
                .texts("aims", aims)
                .text("governance", governance)
                .children("claims", claims, Claim::toJson)
                .children("signatories", signatories, Signatory::toJson)
                .children("participants", participants, Participant::toJson)
                .words("sources", sources)
                .done();
    }
}
