package acorde.policy;

import acorde.compact.Bilingual;
import acorde.policy.Reading.Fault;
import acorde.policy.Rule.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the text of an annex into its rules, each with its line, and holds it to its bounds before any of it is given to Cedar.
 *
 * <p>Cedar names the rules of a whole text by their order and says of an error in it no more than what it met. Cut, each rule is given its
 * own id and each fault its line.
 */
final class Cutting {
    /** Rules of an annex: each decision weighs all of them. */
    static final int RULES = 200;

    /** Characters of a rule: nobody would read a longer one before signing it. */
    static final int RULE = 4_000;

    /** Brackets within brackets. */
    static final int DEPTH = 32;

    private final String text;
    private final List<Place> rules = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final StringBuilder remarks = new StringBuilder();
    private int at;
    private int line = 1;
    private int depth;

    /** Where the rule begins that is being read; -1 between two. */
    private int begin = -1;

    private int beginLine;

    /** Where the last rule ended. */
    private int ended;

    private Cutting(String text) {
        this.text = text;
    }

    static Cutting of(String text) {
        var cutting = new Cutting(text);
        cutting.readable();
        if (cutting.faults.isEmpty()) cutting.cut();
        return cutting;
    }

    List<Place> rules() {
        return rules;
    }

    List<Fault> faults() {
        return faults;
    }

    /** What stands between the rules. */
    String remarks() {
        return remarks.toString();
    }

    /** Parties sign what they see. */
    private void readable() {
        if (text.length() > Bilingual.LIMIT) {
            faults.add(Fault.at(
                    1, "El anexo pasa de 100,000 caracteres.", "The annex is longer than 100,000 characters."));
            return;
        }
        var number = 0;
        for (var each : text.split("\n", -1)) {
            number++;
            var fault = each.isBlank() ? null : Bilingual.fault(each);
            if (fault != null) faults.add(new Fault(number, fault));
        }
    }

    private void cut() {
        while (at < text.length() && faults.isEmpty()) {
            var c = text.charAt(at);
            if (c == '\n') line++;
            if (text.startsWith("//", at)) skipComment();
            else if (!Character.isWhitespace(c)) token(c);
            at++;
        }
        if (begin < 0) remarks.append(text, ended, text.length());
        else if (faults.isEmpty())
            faults.add(Fault.at(
                    beginLine,
                    "La regla no termina: falta su punto y coma.",
                    "The rule does not end: its semicolon is missing."));
        if (rules.isEmpty() && faults.isEmpty()) faults.add(Fault.at(1, "No hay ninguna regla.", "There is no rule."));
    }

    private void token(char c) {
        if (begin < 0) {
            begin = at;
            beginLine = line;
        }
        switch (c) {
            case '"' -> skipString();
            case '(', '[', '{' -> depth++;
            case ')', ']', '}' -> depth--;
            case ';' -> end();
            default -> {}
        }
        if (depth > DEPTH)
            faults.add(Fault.at(
                    line,
                    "Hay más de 32 paréntesis uno dentro de otro.",
                    "There are more than 32 brackets within each other."));
    }

    /** To its last character. */
    private void skipComment() {
        var end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end - 1;
    }

    /** To its closing quote, or to the end if it has none. */
    private void skipString() {
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\') at++;
            if (at < text.length() && text.charAt(at) == '\n') line++;
        }
    }

    private void end() {
        if (at + 1 - begin > RULE)
            faults.add(Fault.at(
                    beginLine, "La regla pasa de 4000 caracteres.", "The rule is longer than 4,000 characters."));
        else if (rules.size() == RULES)
            faults.add(Fault.at(beginLine, "Hay más de 200 reglas.", "There are more than 200 rules."));
        else rules.add(new Place(text.substring(begin, at + 1), beginLine));
        remarks.append(text, ended, begin);
        ended = at + 1;
        begin = -1;
        depth = 0;
    }
}
