package acorde.compact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one source says of a thing about which sources disagree. Claims stand side by side, each with its own sources, and are never merged
 * (CO-3).
 *
 * @param evidence null where it is not known how good the source is
 * @param verify true while it has not been compared with its source
 */
public record Claim(
        About about,
        PartialDate date,
        @Nullable Evidence evidence,
        @Nullable Bilingual note,
        List<String> sources,
        boolean verify) { // what is claimed, when, by whom, and how sure that is
    /** What is claimed. */
    public enum About {
        /** The day of signature. */
        SIGNED
    }

    /** How good a source is. */
    public enum Evidence {
        /** A government's page says it. */
        OFFICIAL,
        /** A news report of a meeting or a communiqué says it. */
        PRESS
    }

    static final Form<Evidence> EVIDENCE = Form.oneOf(Evidence.class);
    private static final Form<About> ABOUT = Form.oneOf(About.class);

    public Claim {
        sources = List.copyOf(sources);
    }

    static Claim read(TextReader reader) {
        return new Claim(
                reader.word("about", ABOUT),
                reader.word("date", Form.DATE),
                reader.wordIfGiven("evidence", EVIDENCE),
                reader.textIfGiven("note"),
                reader.words("sources", Form.CODE),
                reader.flag("verify"));
    }

    ObjectNode toJson() {
        return new TextWriter()
                .word("about", about)
                .word("date", date)
                .word("evidence", evidence)
                .text("note", note)
                .words("sources", sources)
                .flag("verify", verify)
                .done();
    }
}
