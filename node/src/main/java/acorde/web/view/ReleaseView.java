package acorde.web.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of release as they stand in the compact.
 *
 * @param standing how far consent has come: the name of what the compact says, NONE while nobody announced or agreed on any
 * @param version the number of their latest text; 0 if there is none
 * @param rules that text; null if there is none
 */
public record ReleaseView(
        String standing, int version, @Nullable RulesView rules, List<ProposalLine> proposals) {
    public ReleaseView {
        proposals = List.copyOf(proposals);
    }

    /**
     * A new text being written, or its review before it is signed.
     *
     * @param text as typed
     * @param note why it is proposed, as typed
     * @param noteIn the code of the language of the note; empty if it was not said
     * @param base the version the writer had before them; empty if there was none
     * @param kept when it was kept, if it was begun before
     */
    public record Writing(
            String text,
            String note,
            String noteIn,
            String base,
            List<Flaw> flaws,
            @Nullable Refusal refusal,
            @Nullable Review review,
            @Nullable Instant kept) { // what the form holds
        public Writing {
            flaws = List.copyOf(flaws);
        }

        public boolean wrong(String field) {
            return Flaw.any(flaws, field);
        }
    }

    /**
     * What would be signed.
     *
     * @param after how consent stands once this party has signed
     */
    public record Review(RulesView rules, Chord after) {}
}
