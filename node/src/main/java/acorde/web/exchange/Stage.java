package acorde.web.exchange;

import acorde.trust.PartyCode;
import acorde.web.view.Flaw;
import acorde.web.view.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far something has come that is chosen, shown as it would be signed, and signed.
 *
 * @param review whether only the signature is missing
 * @param declined why it was not signed; null while nobody said so
 */
record Stage(List<Flaw> flaws, boolean review, @Nullable Refusal declined) {
    static final Stage CHOOSING = new Stage(List.of(), false, null);
    static final Stage REVIEW = new Stage(List.of(), true, null);

    /** Who signs has read it. */
    static final Stage UNREAD = new Stage(List.of(new Flaw("read", Flaw.Why.NOT_READ)), true, null);

    Stage {
        flaws = List.copyOf(flaws);
    }

    static Stage wrong(String field, Flaw.Why why) {
        return new Stage(List.of(new Flaw(field, why)), false, null);
    }

    /** @param by the party whose node says so */
    static Stage declined(Enum<?> rule, PartyCode by) {
        return new Stage(List.of(), false, Refusal.beforeSigning(rule, by.value()));
    }
}
