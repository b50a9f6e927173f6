package acorde.web.press;

import acorde.monitoring.Light;

/** A light as it is drawn: a shape and a word, never colour alone. */
public enum LightMark {
    UNDATED("s-undated"),
    ON_TRACK("s-ok"),
    AT_RISK("s-risk"),
    LATE("s-late"),
    BLOCKED("s-blocked"),
    DONE("s-done");

    private final String symbol;

    LightMark(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    static LightMark of(Light light) {
        return valueOf(light.colour().name());
    }
}
