package acorde.web.view;

import java.util.List;

/**
 * One indicator of an area: what was agreed, the values of each party, and the forms by which this one gives and corrects its own.
 *
 * @param areaName in the reader's language
 * @param standing how far consent to its text has come, as {@code acorde.compact.Item.Standing} names it
 * @param number of the latest text, counted from 1
 * @param act that carries it; empty if none does
 * @param proposals on that text and on the one it replaced, newest first
 * @param form with the unit, what was typed, the values of this party and what is wrong
 */
public record IndicatorView(
        String code,
        String area,
        String areaName,
        InitiativeText.Indicator text,
        String standing,
        int number,
        String act,
        List<ProposalLine> proposals,
        ProgressView.Measure measure,
        ReportView form) {
    public IndicatorView {
        proposals = List.copyOf(proposals);
    }
}
