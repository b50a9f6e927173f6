package acorde.web.press;

/** The tabs of the site, each with its first sheet. */
public enum PressTab {
    PROMISES("index.html"),
    SEARCH("search.html"),
    MEETINGS("meetings.html"),
    CHANGES("changes.html"),
    EDITIONS("editions.html"),
    DATA("data.html");

    private final String sheet;

    PressTab(String sheet) {
        this.sheet = sheet;
    }

    public String sheet() {
        return sheet;
    }
}
