package acorde.exchange;

import acorde.policy.Evaluation;
import acorde.policy.Marking.Handling;
import acorde.policy.Tlp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a message of the Common Alerting Protocol 1.2 says, as far as an alert of ours has it. It is somebody's to look at, complete and send: nothing
 * that comes from another system leaves by itself.
 *
 * @param origin its sender, identifier, time and status, as it has them: with a comma between
 * @param expires null if it does not say
 * @param area each of its areas in words, with a semicolon between; empty if it does not say
 * @param marks how it must be treated
 * @param texts one of each language it is in, of Spanish and English; one at least, Spanish first
 * @param untaken what else it says, for which an alert of ours has no place: whoever brings it is told
 */
public record CapMessage(
        String origin,
        Alert.Codes codes,
        @Nullable Instant expires,
        String area,
        Marks marks,
        List<Block> texts,
        List<Untaken> untaken) { // as the standard has it
    /** @param tlp null if it bears no label @param restriction what H3 or the scope restricts; empty without H3, or if it is not said */
    public record Marks(
            @Nullable Tlp tlp,
            Set<Handling> handling,
            @Nullable Evaluation evaluation,
            String restriction) {
        public Marks {
            handling = Set.copyOf(handling);
        }
    }

    /** @param element where it stands, by the names of the standard */
    public record Untaken(String element, String text) {}

    /** @param title its headline, or its event if it has none @param fact its description, then its instruction */
    public record Block(Texts.Language language, String title, String fact) {}

    public CapMessage {
        texts = List.copyOf(texts);
        untaken = List.copyOf(untaken);
    }

    /** What came of reading one. */
    public sealed interface Read {
        record Good(CapMessage message) implements Read {}

        record Bad(Fault why) implements Read {}
    }

    /** Why one is not read. */
    public enum Fault {
        /** It is no XML, or too long, too deep, or has a document type or entities (CA-6). */
        NOT_XML,
        /** It is none of version 1.2. */
        NOT_CAP,
        /** It lacks something it must have, or has a code there is not. */
        INCOMPLETE,
        /** CA-1. */
        SCOPE,
        /** CA-2. */
        REFERENCES,
        /** CA-3. */
        TIME,
        /** CA-4. */
        NAME,
        /** It amends, cancels or acknowledges another, which alerts here do not yet. */
        NOT_NEW,
        /** It is neither in Spanish nor in English. */
        LANGUAGE,
        /** It bears a label that is not known, or whose readers cannot be named here (EV-6), or two of what there is one of. */
        MARKING,
        /** Its label gives it to everybody and its scope does not. */
        CLEAR,
        /** It is a test, a draft, for machines, or of an exercise where everything is real. */
        STATUS
    }
}
