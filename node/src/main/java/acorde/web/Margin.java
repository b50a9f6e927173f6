package acorde.web;

import acorde.web.view.Frame;
import acorde.web.words.Bilingual;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the margin of every page of whoever is signed in: through which body the party acts, how many proposals await it,
 * and how its log stands.
 */
public final class Margin {
    static final Margin EMPTY = new Margin(() -> null, () -> 0, () -> null);

    private final Supplier<@Nullable Bilingual> body;
    private final IntSupplier waiting;
    private final Supplier<Frame.@Nullable Foot> foot;

    public Margin(Supplier<@Nullable Bilingual> body, IntSupplier waiting, Supplier<Frame.@Nullable Foot> foot) {
        this.body = body;
        this.waiting = waiting;
        this.foot = foot;
    }

    @Nullable
    Bilingual body() {
        return body.get();
    }

    int waiting() {
        return waiting.getAsInt();
    }

    Frame.@Nullable Foot foot() {
        return foot.get();
    }
}
