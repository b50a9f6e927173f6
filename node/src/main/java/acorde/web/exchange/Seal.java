package acorde.web.exchange;

import acorde.exchange.Release;
import acorde.exchange.Report;
import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names exactly what somebody was shown before it is sent: the item, and what each party would be given of it by which rules. */
public final class Seal {
    private Seal() {}

    public static Hash of(Report report, List<Release> releases) {
        var shown = report.toJson() + "\n" + releases;
        return Hash.sha256(shown.getBytes(StandardCharsets.UTF_8));
    }
}
