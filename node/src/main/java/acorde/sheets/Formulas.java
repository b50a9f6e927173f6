package acorde.sheets;

/** Texts that spreadsheets would take for formulas. */
public final class Formulas {
    /** What a spreadsheet takes for the beginning of a formula, or skips on the way to one. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Formulas() {}

    /** The text kept from being a formula; {@link #bare} takes that back. */
    public static String safe(String text) {
        return begins(text) || begins(text.stripLeading()) || text.startsWith("'") ? "'" + text : text;
    }

    /** What {@link #safe} was given. */
    public static String bare(String text) {
        if (!text.startsWith("'")) return text;
        var rest = text.substring(1);
        return begins(rest) || begins(rest.stripLeading()) || rest.startsWith("'") ? rest : text;
    }

    /**
     * The same as {@link #safe} for a line of CSV, which a spreadsheet of another country parts by semicolons or tabs, and which
     * any ends at a line end that it does not see is quoted: kept from beginning a formula there too.
     */
    public static String safeInCsv(String text) {
        var safe = safe(text);
        var begins = false;
        var kept = new StringBuilder(safe.length());
        for (var i = 0; i < safe.length(); i++) {
            var c = safe.charAt(i);
            if (begins && isSign(c)) kept.append('\'');
            kept.append(c);
            begins = begins(c, begins);
        }
        return kept.toString();
    }

    /** Takes back what {@link #safeInCsv} put within the text; {@link #bare} takes back what it put before it. */
    public static String bareInCsv(String text) {
        var begins = false;
        var bare = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!begins || c != '\'' || i + 1 == text.length() || !isSign(text.charAt(i + 1))) bare.append(c);
            begins = begins(c, begins);
        }
        return bare.toString();
    }

    private static boolean isSign(char c) {
        return FORMULA.indexOf(c) >= 0 && !Character.isWhitespace(c);
    }

    /** Whether a cell may begin after this character; blanks and quotes are skipped on the way to a formula. */
    private static boolean begins(char c, boolean before) {
        return ";\t\r\n".indexOf(c) >= 0 || before && (Character.isWhitespace(c) || c == '"' || c == '\'');
    }

    private static boolean begins(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }
}
