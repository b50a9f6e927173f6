package acorde.returns;

import acorde.acts.ActId;
import acorde.monitoring.Owed;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a row was made from: "1 HN/404 90ab12cd34ef5678" is version 1 of the template, the report HN/404 ("-" for none
 * yet), and the beginning of the hash of the text.
 *
 * @param report the latest of this party when the template was made; null if there was none
 */
record Basis(@Nullable ActId report, String text) {
    /** Of the template. A return of another version is not read. */
    private static final String VERSION = "1";

    /** Enough of a hash to tell the versions of one initiative apart; nothing rests on it but a warning. */
    private static final int HEX = 16;

    private static final Pattern FORM =
            Pattern.compile(VERSION + " (-|[A-Z]{2,3}/(?:0|[1-9][0-9]{0,14})) ([0-9a-f]{" + HEX + "})");

    static Basis of(Owed owed) {
        return new Basis(owed.latest(), owed.version().hex().substring(0, HEX));
    }

    static Optional<Basis> read(String text) {
        var found = FORM.matcher(text);
        if (!found.matches()) return Optional.empty();
        var report = found.group(1).equals("-") ? null : ActId.parse(found.group(1));
        return Optional.of(new Basis(report, found.group(2)));
    }

    @Override
    public String toString() {
        return VERSION + " " + (report == null ? "-" : report) + " " + text;
    }
}
