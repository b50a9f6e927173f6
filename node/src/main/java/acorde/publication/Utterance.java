package acorde.publication;

import acorde.acts.Act;
import acorde.compact.Remark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a party said beside its proposal, its assent or its refusal.
 *
 * @param at when it says it said so
 * @param remark why it proposes or refuses, or with what reservation it assents; null if it says nothing more
 */
public record Utterance(Instant at, @Nullable Remark remark) {
    /** Characters of a remark that are told in each language: the whole of it stands in the act, and no reader of an account wants 100,000. */
    static final int TOLD = 2_000;

    private static final String LEFT_OUT = "…";

    static Utterance of(Act act) {
        for (var member : new String[] {"why", "reason", "reservation"}) {
            var remark = act.body().path(member);
            if (remark.isObject()) return new Utterance(act.at(), read(remark));
        }
        return new Utterance(act.at(), null);
    }

    /** As much of it as is told. */
    static Remark cut(Remark remark) {
        return new Remark(cut(remark.es()), cut(remark.en()));
    }

    private static @Nullable String cut(@Nullable String text) {
        if (text == null || text.length() <= TOLD) return text;
        return text.substring(0, Character.isLowSurrogate(text.charAt(TOLD)) ? TOLD - 1 : TOLD) + LEFT_OUT;
    }

    /** An act that was accepted has a good one; one that was not is never shown. */
    private static @Nullable Remark read(JsonNode remark) {
        try {
            return cut(new Remark(
                    remark.path("es").asString(null), remark.path("en").asString(null)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
