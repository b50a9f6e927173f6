package acorde.web.view;

import java.util.List;

/**
 * Proposals, those awaiting this party first; of each kind the newest.
 *
 * @param awaitingCount how many await this party, listed or not
 * @param openCount how many others are open, listed or not
 * @param ended newest first
 * @param next the proposal after which the list of ended ones goes on; empty if it does not
 */
public record ProposalsView(
        List<ProposalLine> awaiting,
        int awaitingCount,
        List<ProposalLine> open,
        int openCount,
        List<ProposalLine> ended,
        String next) {}
