package acorde.web.view;

import java.util.List;

/** The texts that were founded with the compact, as they stand. */
public record TermsView(List<Term> terms) {
    public TermsView {
        terms = List.copyOf(terms);
    }

    /**
     * One of them.
     *
     * @param kind of the item, such as {@code thresholds}
     * @param standing the name of how far consent to it has come
     * @param version the number of its text
     */
    public record Term(
            String kind,
            String standing,
            int version,
            Document es,
            Document en,
            List<ProposalLine> proposals) { // a text and how it stands
        public Term {
            proposals = List.copyOf(proposals);
        }
    }
}
