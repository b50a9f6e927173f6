package acorde.web;

import acorde.web.view.Frame;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What stands at the margin of every page of whoever is signed in: how many proposals await this party, and how its log stands. */
public final class Margin {
    static final Margin EMPTY = new Margin(() -> 0, () -> null);

    private final IntSupplier waiting;
    private final Supplier<Frame.@Nullable Foot> foot;

    public Margin(IntSupplier waiting, Supplier<Frame.@Nullable Foot> foot) {
        this.waiting = waiting;
        this.foot = foot;
    }

    int waiting() {
        return waiting.getAsInt();
    }

    Frame.@Nullable Foot foot() {
        return foot.get();
    }
}
