package acorde.web.view;

import acorde.monitoring.Light.Colour;
import java.util.Locale;

/**
 * A light in words.
 *
 * @param why in the reader's language
 * @param rung who is told now and when the next is; empty if nothing is late
 */
public record LightView(Colour colour, String why, String rung) {
    /** The symbol of the sprite and the style class of a light. */
    public String symbol() {
        return switch (colour) {
            case UNDATED -> "s-undated";
            case ON_TRACK -> "s-ok";
            case AT_RISK -> "s-risk";
            case LATE -> "s-late";
            case BLOCKED -> "s-blocked";
            case DONE -> "s-done";
        };
    }

    /** The word a filter of a list asks for. */
    public String tag() {
        return colour.name().toLowerCase(Locale.ROOT);
    }
}
