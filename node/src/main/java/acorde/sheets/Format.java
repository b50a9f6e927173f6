package acorde.sheets;

/** The two kinds of files that spreadsheets read and write and ministries use. */
public enum Format {
    CSV("text/csv;charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The end of a file's name, without the dot. */
    public String ending() {
        return this == CSV ? "csv" : "xlsx";
    }
}
