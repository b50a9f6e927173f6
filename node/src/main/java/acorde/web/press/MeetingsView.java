package acorde.web.press;

import acorde.web.view.InitiativeView;
import java.util.List;

/** The meetings of ministers, as sources report them. */
public record MeetingsView(Leaf leaf, List<MeetingLine> meetings) implements Folio {
    /** @param date as precise as the source is */
    public record MeetingLine(
            String code,
            String date,
            String place,
            List<String> parties,
            String outcome,
            boolean unverified,
            List<InitiativeView.Source> sources) {}
}
