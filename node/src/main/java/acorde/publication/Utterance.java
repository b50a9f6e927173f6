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
    static Utterance of(Act act) {
        for (var member : new String[] {"why", "reason", "reservation"}) {
            var remark = act.body().path(member);
            if (remark.isObject()) return new Utterance(act.at(), read(remark));
        }
        return new Utterance(act.at(), null);
    }

    /** An act that was accepted has a good one; one that was not is never shown. */
    private static @Nullable Remark read(JsonNode remark) {
        try {
            return new Remark(
                    remark.path("es").asString(null), remark.path("en").asString(null));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
