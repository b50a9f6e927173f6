package acorde.web.view;

import acorde.web.view.ProposalLine.Field;
import acorde.web.words.Difference;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of the two authentic texts, field by field, with what a proposal changes in it. */
public record Document(Language language, List<Row> rows) {
    /** Codes and figures of sources: they stand elsewhere on the page, and nobody reads them again in every proposal. */
    private static final Set<Field> SHOWN_IF_CHANGED = EnumSet.of(Field.AREA, Field.OTHER);

    /** @param changed whether anything in this field differs @param moved whether that is the order alone of what it lists */
    public record Row(Field field, boolean changed, boolean moved, List<Difference.Paragraph> paragraphs) {}

    /**
     * The text in one language compared with what stood before.
     *
     * @param before absent for a new initiative: then nothing is marked, all of it is new
     * @param formats any reader's; its language does not matter here
     */
    public static Document compare(
            @Nullable InitiativeText before, InitiativeText after, Language language, Formats formats) {
        Formats own = formats.in(language);
        List<Row> rows = new ArrayList<>();
        for (Field field : Field.values()) {
            String now = after.field(field, own);
            String then = before == null ? now : before.field(field, own);
            if (now.isEmpty() && then.isEmpty()) continue;
            boolean changed = Difference.differ(then, now);
            if (!changed && SHOWN_IF_CHANGED.contains(field)) continue;
            boolean moved = changed && before != null && areAlike(before.items(field, own), after.items(field, own));
            rows.add(new Row(field, changed, moved, Difference.between(then, now)));
        }
        return new Document(language, List.copyOf(rows));
    }

    /** Whether they are the same things, in whatever order. */
    private static boolean areAlike(List<String> before, List<String> after) {
        return before.stream().sorted().toList().equals(after.stream().sorted().toList());
    }

    /** The fields in which two versions differ, in either language. */
    public static List<Field> changes(InitiativeText before, InitiativeText after, Formats formats) {
        return Arrays.stream(Field.values())
                .filter(field -> Arrays.stream(Language.values())
                        .map(formats::in)
                        .anyMatch(own -> Difference.differ(before.field(field, own), after.field(field, own))))
                .toList();
    }
}
