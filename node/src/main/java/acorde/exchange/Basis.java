package acorde.exchange;

import acorde.compact.Bilingual;
import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * On what a report rests and how far it reaches.
 *
 * @param law the legal basis on which it is given (CE-3); null in a draft that lacks it
 * @param zone where what it tells of is: a post, a stretch of border, a place; null if it says none
 * @param restriction what handling code H3 restricts, in words; null without H3
 */
public record Basis(
        @Nullable String law,
        @Nullable String zone,
        @Nullable String restriction) {
    /** Characters of the legal basis and of the restriction. */
    public static final int TEXT = 1_000;

    /** Characters of the zone. */
    public static final int ZONE = 300;

    /** What only who was shown the restriction can say: it names its text. Empty where there is none. */
    public String seal() {
        return restriction == null
                ? ""
                : Hash.sha256(restriction.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** What is given, and nothing of what it says. */
    Basis outline() {
        return new Basis(law == null ? null : "-", zone == null ? null : "-", restriction == null ? null : "-");
    }

    /** @throws IllegalArgumentException if one cannot be kept as it is */
    public Basis {
        refuse(law, TEXT);
        refuse(zone, ZONE);
        refuse(restriction, TEXT);
    }

    private static void refuse(@Nullable String text, int longest) {
        if (text != null && (text.length() > longest || Bilingual.fault(text) != null))
            throw new IllegalArgumentException("not a text of at most " + longest + " characters");
    }
}
