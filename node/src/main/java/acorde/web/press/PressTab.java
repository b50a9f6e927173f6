package acorde.web.press;

/** The tabs of the site, each with its first folio. */
public enum PressTab {
    PROMISES("index.html"),
    SEARCH("search.html"),
    MEETINGS("meetings.html"),
    CHANGES("changes.html"),
    EDITIONS("editions.html"),
    DATA("data.html");

    private final String folio;

    PressTab(String folio) {
        this.folio = folio;
    }

    public String folio() {
        return folio;
    }
}
