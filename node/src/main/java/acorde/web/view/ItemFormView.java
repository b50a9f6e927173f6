package acorde.web.view;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A text of the compact being written field by field, or its review before it is signed.
 *
 * @param kind of the item, such as {@code area}
 * @param of the code of the area that is changed; else empty
 * @param title in the reader's language
 * @param fresh whether it is a new item
 * @param base the version the reader had before them; empty for a new item
 * @param carried everything that was typed, by its name in the form: what the review carries along
 * @param review what it would say, once everything needed is there; null while it is written
 * @param unread whether it was to be signed and nobody said that they read it
 * @param left what of it was kept before, and which other new ones were begun
 */
public record ItemFormView(
        String kind,
        String of,
        String title,
        boolean fresh,
        String base,
        List<Part> parts,
        SortedMap<String, String> carried,
        @Nullable Refusal refusal,
        ComposeView.@Nullable Review review,
        boolean unread,
        Left left) { // what the form holds
    public ItemFormView {
        parts = List.copyOf(parts);
        carried = new TreeMap<>(carried);
    }

    /** Fields under one heading, which is empty where there is none. */
    public record Part(String heading, List<Field> fields) {
        public Part {
            fields = List.copyOf(fields);
        }

        /** Those of one language, or of none. */
        public List<Field> in(@Nullable String language) {
            return fields.stream()
                    .filter(field -> java.util.Objects.equals(field.language(), language))
                    .toList();
        }
    }

    /**
     * One field.
     *
     * @param name in the form, and its id on the page
     * @param label in the reader's language
     * @param hint how to write it; may be empty
     * @param type {@code text}, {@code area}, {@code date}, {@code number}, {@code checkbox} or {@code select}
     * @param language the code of the language in which it is written; null where that does not matter
     * @param why what is wrong with it; empty if nothing is
     */
    public record Field(
            String name,
            String label,
            String hint,
            String type,
            @Nullable String language,
            int longest,
            List<Option> options,
            String value,
            String why) { // what a field of any type has
        public Field {
            options = List.copyOf(options);
        }

        /** The ids of what describes it; null if nothing does. */
        public @Nullable String described() {
            var ids = (hint.isEmpty() ? "" : name + "-hint") + (why.isEmpty() ? "" : " " + name + "-error");
            return ids.isEmpty() ? null : ids.strip();
        }
    }

    public record Option(String word, String label) {}

    /** The fields with which something is wrong, in the order of the form. */
    public List<Field> wrong() {
        return parts.stream()
                .flatMap(part -> part.fields().stream())
                .filter(field -> !field.why().isEmpty())
                .toList();
    }

    public String typed(String name) {
        return carried.getOrDefault(name, "");
    }
}
