package acorde.exports;

import acorde.acts.ActId;
import acorde.compact.Proposal;
import acorde.compact.Remark;
import acorde.compact.Word;
import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who has said what to a text, in the cells that every table of such texts has. */
final class Voices {
    private Voices() {}

    /** Whose word it needs, who assented, refused, is silent; and what they remarked, a line for each in each language. */
    static Row said(Row row, Proposal proposal, Function<ActId, Optional<Remark>> remarks) {
        var lines = new Lines();
        for (var word : proposal.words().values())
            remarks.apply(word.act()).ifPresent(remark -> lines.add(word.act(), remark));
        return lines.end(row.codes(proposal.required())
                .codes(proposal.words().keySet().stream()
                        .filter(is(proposal, Word.Assent.class))
                        .toList())
                .codes(proposal.words().keySet().stream()
                        .filter(is(proposal, Word.Refusal.class))
                        .toList())
                .codes(proposal.silent()));
    }

    private static Predicate<PartyCode> is(Proposal proposal, Class<? extends Word> kind) {
        return party -> kind.isInstance(proposal.words().get(party));
    }

    /** Remarks of several parties, a line for each. */
    static final class Lines {
        private final List<String> es = new ArrayList<>();
        private final List<String> en = new ArrayList<>();

        void add(ActId act, @Nullable Remark remark) {
            if (remark == null) return;
            if (remark.es() != null) es.add(act.party() + ": " + remark.es());
            if (remark.en() != null) en.add(act.party() + ": " + remark.en());
        }

        Row end(Row row) {
            return row.text(String.join("\n", es)).text(String.join("\n", en));
        }
    }
}
