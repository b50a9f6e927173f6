package acorde.web.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The difference of two texts, word by word, as a reader of an amendment wants it: paragraph against paragraph, whole
 * words, no confetti of single letters; the same words in another order are shown whole, as they stood and as they stand. Runs of white
 * space count as one space and are never a difference.
 *
 * <p>Words are compared by a longest common subsequence, O(n·m) in time and memory. Beyond {@link #MOST_CELLS}
 * comparisons the stretch in question is shown whole, as removed and added: always right, only less fine.
 */
public final class Difference {
    static final int MOST_CELLS = 1_000_000;

    /** Two paragraphs that share less than this part of their words are shown as one removed and one added. */
    private static final double ALIKE = 0.35;

    /** Such short texts (a date, a name) stay on one line even when nothing is alike. */
    private static final int FEW_WORDS = 6;

    private static final int SHORT_WORD = 4;
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+(?:[-'’.,/][\\p{L}\\p{N}]+)*|\\S");

    /** Whether a stretch stood before, stands after, or both. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** @param spaced whether a space comes before it */
    public record Piece(Kind kind, boolean spaced, String text) {}

    public record Paragraph(List<Piece> pieces) {
        public Paragraph {
            pieces = List.copyOf(pieces);
        }
    }

    private record Token(boolean spaced, String text) {
        boolean isWord() {
            return Character.isLetterOrDigit(text.charAt(0));
        }
    }

    private record Step<T>(Kind kind, T item) {}

    private Difference() {}

    /** The paragraphs of both texts in reading order; what both have is {@link Kind#SAME}. */
    public static List<Paragraph> between(String before, String after) {
        List<Paragraph> result = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (Step<String> step : steps(paragraphs(before), paragraphs(after), String::equals)) {
            switch (step.kind()) {
                case REMOVED -> removed.add(step.item());
                case ADDED -> added.add(step.item());
                case SAME -> {
                    replace(removed, added, result);
                    result.add(whole(Kind.SAME, step.item()));
                }
            }
        }
        replace(removed, added, result);
        return List.copyOf(result);
    }

    /** Whether the two texts differ in anything but white space. */
    public static boolean differ(String before, String after) {
        return !paragraphs(before).equals(paragraphs(after));
    }

    private static void replace(List<String> removed, List<String> added, List<Paragraph> result) {
        int pairs = Math.min(removed.size(), added.size());
        for (int i = 0; i < pairs; i++) result.addAll(rewritten(removed.get(i), added.get(i)));
        removed.subList(pairs, removed.size()).forEach(text -> result.add(whole(Kind.REMOVED, text)));
        added.subList(pairs, added.size()).forEach(text -> result.add(whole(Kind.ADDED, text)));
        removed.clear();
        added.clear();
    }

    private static List<Paragraph> rewritten(String before, String after) {
        List<Token> left = tokens(before);
        List<Token> right = tokens(after);
        if (isOrderAlone(words(left), words(right))) return List.of(new Paragraph(pieces(stretch(left, right))));
        List<Step<Token>> steps = steps(left, right, (a, b) -> a.text().equals(b.text()));
        long common = steps.stream()
                .filter(step -> step.kind() == Kind.SAME && step.item().isWord())
                .count();
        long words = Math.max(
                left.stream().filter(Token::isWord).count(),
                right.stream().filter(Token::isWord).count());
        if (common < ALIKE * words) {
            Piece removed = new Piece(Kind.REMOVED, false, before);
            return words <= FEW_WORDS
                    ? List.of(new Paragraph(List.of(removed, new Piece(Kind.ADDED, true, after))))
                    : List.of(new Paragraph(List.of(removed)), whole(Kind.ADDED, after));
        }
        return List.of(new Paragraph(pieces(withoutConfetti(steps))));
    }

    private static boolean isOrderAlone(List<String> before, List<String> after) {
        return !before.equals(after)
                && before.stream()
                        .sorted()
                        .toList()
                        .equals(after.stream().sorted().toList());
    }

    private static List<String> words(List<Token> tokens) {
        return tokens.stream().filter(Token::isWord).map(Token::text).toList();
    }

    /** All from the first change to the last as one. */
    private static List<Step<Token>> stretch(List<Token> left, List<Token> right) {
        return steps(left, right, (a, b) -> a.text().equals(b.text()), (_, _) -> false);
    }

    /** A short word standing alone between two changes is shown as changed with them. */
    private static List<Step<Token>> withoutConfetti(List<Step<Token>> steps) {
        List<Step<Token>> result = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step<Token> step = steps.get(i);
            boolean alone = step.kind() == Kind.SAME
                    && i > 0
                    && i + 1 < steps.size()
                    && steps.get(i - 1).kind() != Kind.SAME
                    && steps.get(i + 1).kind() != Kind.SAME;
            if (alone && step.item().isWord() && step.item().text().length() <= SHORT_WORD) {
                result.add(new Step<>(Kind.REMOVED, step.item()));
                result.add(new Step<>(Kind.ADDED, step.item()));
            } else {
                result.add(step);
            }
        }
        return result;
    }

    /** Neighbouring steps joined; within a change all that was removed stands before all that was added. */
    private static List<Piece> pieces(List<Step<Token>> steps) {
        List<Piece> pieces = new ArrayList<>();
        List<Token> same = new ArrayList<>();
        List<Token> removed = new ArrayList<>();
        List<Token> added = new ArrayList<>();
        for (Step<Token> step : steps) {
            if (step.kind() == Kind.SAME) {
                flush(pieces, removed, added);
                same.add(step.item());
            } else {
                put(pieces, Kind.SAME, same);
                (step.kind() == Kind.REMOVED ? removed : added).add(step.item());
            }
        }
        flush(pieces, removed, added);
        put(pieces, Kind.SAME, same);
        return pieces;
    }

    private static void flush(List<Piece> pieces, List<Token> removed, List<Token> added) {
        put(pieces, Kind.REMOVED, removed);
        put(pieces, Kind.ADDED, added);
    }

    private static void put(List<Piece> pieces, Kind kind, List<Token> tokens) {
        if (tokens.isEmpty()) return;
        boolean afterRemoved = !pieces.isEmpty() && pieces.getLast().kind() == Kind.REMOVED && kind == Kind.ADDED;
        boolean spaced = !pieces.isEmpty() && (tokens.getFirst().spaced() || afterRemoved);
        pieces.add(new Piece(kind, spaced, text(tokens)));
        tokens.clear();
    }

    private static String text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            if (token.spaced() && !text.isEmpty()) text.append(' ');
            text.append(token.text());
        }
        return text.toString();
    }

    private static Paragraph whole(Kind kind, String text) {
        return new Paragraph(List.of(new Piece(kind, false, text)));
    }

    private static List<String> paragraphs(String text) {
        return text.lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<Token> tokens(String paragraph) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(paragraph);
        int end = 0;
        while (matcher.find()) {
            tokens.add(new Token(matcher.start() > end, matcher.group()));
            end = matcher.end();
        }
        return tokens;
    }

    /** How to come from the left list to the right one with as many common items as possible. */
    private static <T> List<Step<T>> steps(List<T> left, List<T> right, BiPredicate<T, T> equal) {
        return steps(left, right, equal, equal);
    }

    /** @param within what counts as equal between the first difference and the last */
    private static <T> List<Step<T>> steps(
            List<T> left, List<T> right, BiPredicate<T, T> equal, BiPredicate<T, T> within) {
        int start = 0;
        int shorter = Math.min(left.size(), right.size());
        while (start < shorter && equal.test(left.get(start), right.get(start))) start++;
        int end = 0;
        while (end < shorter - start && equal.test(left.get(left.size() - 1 - end), right.get(right.size() - 1 - end)))
            end++;
        List<Step<T>> steps = new ArrayList<>();
        for (T item : right.subList(0, start)) steps.add(new Step<>(Kind.SAME, item));
        steps.addAll(middle(left.subList(start, left.size() - end), right.subList(start, right.size() - end), within));
        for (T item : right.subList(right.size() - end, right.size())) steps.add(new Step<>(Kind.SAME, item));
        return steps;
    }

    private static <T> List<Step<T>> middle(List<T> left, List<T> right, BiPredicate<T, T> equal) {
        List<Step<T>> steps = new ArrayList<>();
        int i = 0;
        int j = 0;
        if ((long) left.size() * right.size() <= MOST_CELLS) {
            int[][] longest = longest(left, right, equal);
            while (i < left.size() && j < right.size()) {
                if (equal.test(left.get(i), right.get(j))) {
                    steps.add(new Step<>(Kind.SAME, right.get(j++)));
                    i++;
                } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                    steps.add(new Step<>(Kind.REMOVED, left.get(i++)));
                } else {
                    steps.add(new Step<>(Kind.ADDED, right.get(j++)));
                }
            }
        }
        for (T item : left.subList(i, left.size())) steps.add(new Step<>(Kind.REMOVED, item));
        for (T item : right.subList(j, right.size())) steps.add(new Step<>(Kind.ADDED, item));
        return Collections.unmodifiableList(steps);
    }

    /** Cell [i][j]: how many items the rests from i and from j have in common, in order. */
    private static <T> int[][] longest(List<T> left, List<T> right, BiPredicate<T, T> equal) {
        int[][] cells = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                cells[i][j] = equal.test(left.get(i), right.get(j))
                        ? cells[i + 1][j + 1] + 1
                        : Math.max(cells[i + 1][j], cells[i][j + 1]);
            }
        }
        return cells;
    }
}
