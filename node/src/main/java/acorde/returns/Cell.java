package acorde.returns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** What stands in one cell. */
public sealed interface Cell {
    Cell BLANK = new Blank();

    record Blank() implements Cell {}

    record Text(String text) implements Cell {}

    /** A number as the spreadsheet holds it, in nobody's way of writing. */
    record Number(BigDecimal number) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    /** It is computed; what it last came to is nobody's word. */
    record Formula() implements Cell {}

    /** What a spreadsheet shows where it could not compute: #REF! and its like. */
    record Broken() implements Cell {}

    /** What a spreadsheet takes for the beginning of a formula, or skips on the way to one. */
    String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    Pattern ERROR = Pattern.compile("#[\u00a1\u00bf]?(REF|VALUE|VALOR|NAME|NOMBRE|DIV/0|N/A|NUM|NULL|NULO)[!?]?");

    /** A cell of this text; blank for none. */
    static Cell text(String text) {
        return text.isEmpty() ? BLANK : new Text(text);
    }

    /** What was read in a cell that holds text. */
    static Cell read(String text) {
        var plain = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (plain.isEmpty()) return BLANK;
        if (plain.charAt(0) == '=') return new Formula();
        return ERROR.matcher(plain).matches() ? new Broken() : new Text(bare(plain));
    }

    /** The text kept from being a formula; {@link #bare} takes that back. */
    static String safe(String text) {
        return begins(text) || begins(text.stripLeading()) || text.startsWith("'") ? "'" + text : text;
    }

    /**
     * The same for a line of CSV, which a spreadsheet of another country parts by semicolons or tabs, and which any ends at a
     * line end that it does not see is quoted: kept from beginning a formula there too.
     */
    static String safeInCsv(String text) {
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

    /** Takes back what {@link #safeInCsv} put within the text; {@link #read} takes back what it put before it. */
    static String bareInCsv(String text) {
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

    private static String bare(String text) {
        if (!text.startsWith("'")) return text;
        var rest = text.substring(1);
        return begins(rest) || begins(rest.stripLeading()) || rest.startsWith("'") ? rest : text;
    }

    private static boolean begins(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }
}
