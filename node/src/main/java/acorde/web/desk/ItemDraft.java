package acorde.web.desk;

import acorde.compact.Bilingual;
import acorde.compact.ItemKey;
import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import acorde.web.view.Left;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody has typed of a text that is written field by field.
 *
 * @param typed by the names of the fields, those beside the text among them
 * @param base the version the writer had before them; empty for a new item
 */
record ItemDraft(Subject subject, SortedMap<String, String> typed, String base, Left left) {
    /** Fields that are no part of the text: the code of a new item, what its proposer says of it, in which language. */
    static final String CODE = "code";

    static final String NOTE = "note";
    static final String NOTE_IN = "noteIn";
    static final String BASE = "base";
    static final int LONGEST_CODE = 32;
    static final int LONGEST_NOTE = 4_000;

    ItemDraft {
        typed = Collections.unmodifiableSortedMap(new TreeMap<>(typed));
    }

    /**
     * What is written.
     *
     * @param item whose text changes; null for a new item
     * @param version of that text as it stands, as forms carry it; empty for a new item
     * @param begin what the form begins with
     */
    record Subject(ItemKey.Kind kind, @Nullable ItemKey item, String version, ObjectNode begin) {
        String of() {
            return item == null ? "" : item.code();
        }

        /** As addresses name it: of what stands once in a compact the kind says enough. */
        String asked() {
            return Questions.MANY.contains(kind) ? of() : "";
        }
    }

    static ItemDraft untouched(Subject subject, Left left) {
        var form = ItemForm.of(subject.kind(), subject.begin());
        return new ItemDraft(subject, new TreeMap<>(form.typed()), subject.version(), left);
    }

    /** What a form says to the fields that it has; whatever else is sent with it is left out. */
    static ItemDraft of(Subject subject, Map<String, List<String>> fields, Left left) {
        var typed = new TreeMap<String, String>();
        var names = ItemForm.of(subject.kind(), subject.begin()).typed().keySet();
        fields.forEach((name, values) -> {
            if (names.contains(name) || List.of(CODE, NOTE, NOTE_IN).contains(name))
                typed.put(name, Forms.plain(values.getFirst()));
        });
        return new ItemDraft(
                subject, typed, fields.getOrDefault(BASE, List.of("")).getFirst(), left);
    }

    boolean isNew() {
        return subject.item() == null;
    }

    /** The key of how its code is written, in the hint and in what is wrong with it; empty if it has one already. */
    String codeHint() {
        return isNew() ? "asked.code.hint." + subject.kind() : "";
    }

    ItemForm form() {
        return new ItemForm(subject.kind(), subject.begin(), typed);
    }

    Writing.Text text() {
        return Writing.Text.of(subject.of(), left.draft());
    }

    String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The same by somebody who has the version before them that is in force. */
    ItemDraft onWhatStands() {
        return new ItemDraft(subject, typed, subject.version(), left);
    }

    /** The item it would be; empty if the code of a new item is none. */
    Optional<ItemKey> key() {
        return subject.item() == null ? key(subject.kind(), typed(CODE)) : Optional.of(subject.item());
    }

    static Optional<ItemKey> key(ItemKey.Kind kind, String code) {
        try {
            return Optional.of(new ItemKey(kind, code));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A sentence for each field with which something is wrong, by its name. */
    Map<String, String> wrong(Frame frame) {
        var wrong = new HashMap<>(form().wrong(frame));
        if (key().isEmpty()) wrong.put(CODE, frame.say(codeHint()));
        var note = typed(NOTE);
        var fault = Bilingual.fault(note);
        if (note.isEmpty()) wrong.put(NOTE, frame.of(Flaw.Why.NOTE_MISSING));
        else if (note.length() > LONGEST_NOTE) wrong.put(NOTE, frame.of(Flaw.Why.TOO_LONG));
        else if (fault != null) wrong.put(NOTE, frame.in(Directory.words(fault)));
        return wrong;
    }
}
