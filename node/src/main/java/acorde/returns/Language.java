package acorde.returns;

import acorde.compact.Bilingual;
import acorde.compact.Remark;
import org.jspecify.annotations.Nullable;

/** The language of a return: that of its headings. */
public enum Language {
    ES,
    EN;

    String in(Bilingual text) {
        return this == ES ? text.es() : text.en();
    }

    /** What a remark says in this language; failing that, in the other. */
    String in(@Nullable Remark remark) {
        if (remark == null) return "";
        var own = this == ES ? remark.es() : remark.en();
        var other = this == ES ? remark.en() : remark.es();
        return own != null ? own : other == null ? "" : other;
    }

    /** The same remark if it was not touched, so that its other language is not lost; null for nothing. */
    @Nullable
    Remark remark(String typed, @Nullable Remark before) {
        if (typed.isEmpty()) return null;
        if (before != null && typed.equals(in(before).strip())) return before;
        return this == ES ? new Remark(typed, null) : new Remark(null, typed);
    }
}
