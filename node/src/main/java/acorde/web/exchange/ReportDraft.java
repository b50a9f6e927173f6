package acorde.web.exchange;

import acorde.exchange.CapMessage;
import acorde.files.Upload;
import acorde.finding.Unsigned;
import acorde.web.view.Flaw;
import acorde.web.view.Flawed;
import acorde.web.view.Left;
import acorde.web.view.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report being written.
 *
 * @param fields of the form, each with its values
 * @param ready files its writer has lying ready
 * @param untaken what a message that was brought says beside what was taken over from it
 * @param left what the reader left of it before, and of others
 */
public record ReportDraft(
        Map<String, List<String>> fields,
        List<Flaw> flaws,
        List<Choice> purposes,
        List<String> parties,
        boolean exercise,
        List<Upload> ready,
        List<CapMessage.Untaken> untaken,
        Left left,
        @Nullable Refusal refusal)
        implements Flawed {
    /** From today until the day of review that a form begins with. */
    public static final int MONTHS_TO_REVIEW = 6;

    /** Characters of the persons and things that are typed. */
    public static final int OBJECTS = 20_000;

    /** Something to choose. */
    public record Choice(String code, String name) {}

    public ReportDraft {
        fields = Map.copyOf(fields);
        flaws = List.copyOf(flaws);
        purposes = List.copyOf(purposes);
        parties = List.copyOf(parties);
        ready = List.copyOf(ready);
        untaken = List.copyOf(untaken);
    }

    /** The same with why what was written before is not here. */
    ReportDraft declined(Refusal why) {
        return new ReportDraft(fields, flaws, purposes, parties, exercise, ready, untaken, left, why);
    }

    /** The same with what was not taken over from the message that filled it. */
    ReportDraft without(List<CapMessage.Untaken> more) {
        return new ReportDraft(fields, flaws, purposes, parties, exercise, ready, more, left, refusal);
    }

    public String of(String field) {
        var values = fields.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** The party that asked what is answered here; empty if nothing is. */
    public String asker() {
        return of(Unsigned.ANSWERED).replaceFirst("/.*", "");
    }

    public boolean has(String field, String value) {
        return fields.getOrDefault(field, List.of()).contains(value);
    }
}
