package acorde.sheets;

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
        return ERROR.matcher(plain).matches() ? new Broken() : new Text(Formulas.bare(plain));
    }
}
