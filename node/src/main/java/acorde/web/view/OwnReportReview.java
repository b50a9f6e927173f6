package acorde.web.view;

import java.util.List;
import java.util.Map;

/**
 * A report as it would be signed.
 *
 * @param typed the fields as typed, by their names
 * @param lines all that it says
 * @param now the light as this party is shown it
 * @param after the same, once it has reported so; without a reason where that would name the report
 * @param told what everybody may know of its values; empty if it gives none
 * @param again whether other parties confirmed the report before it
 */
public record OwnReportReview(
        String code,
        String title,
        Map<String, String> typed,
        List<Line> lines,
        LightView now,
        LightView after,
        String told,
        boolean again,
        List<Flaw> flaws)
        implements Flawed { // what is looked at before it is signed
    /** What it says of one thing. @param said one or more, in the reader's language */
    public record Line(String label, List<String> said) {}
}
