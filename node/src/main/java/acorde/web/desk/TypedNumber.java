package acorde.web.desk;

import acorde.returns.WrittenNumber;
import acorde.web.view.Flaw.Why;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is typed where a form asks for a number. */
final class TypedNumber {
    private TypedNumber() {}

    /** Null if it is none, or could be two. */
    static @Nullable BigDecimal number(String typed) {
        return WrittenNumber.read(typed) instanceof WrittenNumber.Of(var number) ? number : null;
    }

    /** What is wrong with it; null if nothing is. */
    static @Nullable Why whyNot(String typed) {
        return switch (WrittenNumber.read(typed)) {
            case WrittenNumber.Of _ -> null;
            case WrittenNumber.Ambiguous _ -> Why.NUMBER_AMBIGUOUS;
            case WrittenNumber.Unreadable _ -> Why.NUMBER_UNREADABLE;
        };
    }
}
