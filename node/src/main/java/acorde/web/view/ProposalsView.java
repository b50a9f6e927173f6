package acorde.web.view;

import java.util.List;

/**
 * Every proposal, those awaiting this party first.
 *
 * @param ended newest first
 * @param left how many ended ones the list leaves out
 */
public record ProposalsView(List<ProposalLine> awaiting, List<ProposalLine> open, List<ProposalLine> ended, int left) {}
