package acorde.web.exchange;

import acorde.web.view.Flaw;
import acorde.web.view.Left;
import acorde.web.view.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report being written.
 *
 * @param fields of the form, each with its values
 * @param left what the reader left of it before, and of others
 */
public record ReportDraft(
        Map<String, List<String>> fields,
        List<Flaw> flaws,
        List<Choice> purposes,
        List<String> parties,
        boolean exercise,
        Left left,
        @Nullable Refusal refusal) {
    /** Something to choose. */
    public record Choice(String code, String name) {}

    public ReportDraft {
        fields = Map.copyOf(fields);
        flaws = List.copyOf(flaws);
        purposes = List.copyOf(purposes);
        parties = List.copyOf(parties);
    }

    /** The same with why what was written before is not here. */
    ReportDraft declined(Refusal why) {
        return new ReportDraft(fields, flaws, purposes, parties, exercise, left, why);
    }

    public String of(String field) {
        var values = fields.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** The party that asked what is answered here; empty if nothing is. */
    public String asker() {
        return of("request").replaceFirst("/.*", "");
    }

    public boolean has(String field, String value) {
        return fields.getOrDefault(field, List.of()).contains(value);
    }

    public boolean wrong(String field) {
        return flaws.stream().anyMatch(flaw -> flaw.field().equals(field));
    }

    public Flaw.@Nullable Why why(String field) {
        return flaws.stream()
                .filter(flaw -> flaw.field().equals(field))
                .map(Flaw::why)
                .findFirst()
                .orElse(null);
    }
}
