package acorde.web.exchange;

import java.util.List;

/**
 * What makes an item a request or an answer, on its page.
 *
 * @param urgency of a request; empty for an answer
 * @param office for which a request is meant, in words; empty if for any
 * @param answers the request that is answered; empty for a request
 * @param interim whether more is to follow
 * @param tracks how a request stands, of each party that was asked
 */
public record TurnView(
        String urgency,
        String office,
        String answers,
        boolean interim,
        List<DueView.Track> tracks) { // what stands beside a sheet
    public TurnView {
        tracks = List.copyOf(tracks);
    }
}
