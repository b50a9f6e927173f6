package acorde.web.view;

import acorde.monitoring.Light.Colour;

/**
 * A light in words.
 *
 * @param why in the reader's language
 * @param rung who is told of each delay now and when the next is; empty if this reader is shown none
 * @param elsewhere that a source says it is done, where the light does not; empty if none does
 */
public record LightView(Colour colour, String why, String rung, String elsewhere) {
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
}
