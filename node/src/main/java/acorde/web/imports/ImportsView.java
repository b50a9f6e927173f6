package acorde.web.imports;

import acorde.exchange.Report;
import acorde.imports.Candidate;
import acorde.imports.Imports;
import acorde.imports.Left;
import acorde.policy.Field;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of another system, before it is chosen and when it was looked at.
 *
 * @param declined the key of the sentence that says why nothing was done; empty if nothing was declined
 * @param over how many drafts there was no room for
 * @param preview null before a file was read
 */
public record ImportsView(
        String declined, int over, @Nullable Preview preview) {
    /**
     * What it would come to.
     *
     * @param content the file itself in base64 for addresses, so that what is kept is what was looked at
     */
    public record Preview(Imports.Kind kind, String content, List<Candidate> candidates) {
        /** Reports, and parts of one that are not taken, that a page shows. */
        public static final int SHOWN = 100;

        public Preview {
            candidates = List.copyOf(candidates);
        }

        /** How many reports can be taken. */
        public long good() {
            return candidates.stream().filter(each -> each.report() != null).count();
        }

        /** What is wrong comes first: there is most to say of it. */
        public List<Candidate> shown() {
            return candidates.stream()
                    .sorted((one, other) -> Boolean.compare(one.report() != null, other.report() != null))
                    .limit(SHOWN)
                    .toList();
        }

        public List<Left> left(Candidate candidate) {
            return candidate.left().stream().limit(SHOWN).toList();
        }
    }

    /** A report as it would wait. */
    public static String title(Report report) {
        return report.texts().part(Field.TITLE).orElse("");
    }

    public static Optional<String> tlp(Report report) {
        return Optional.ofNullable(report.marking().tlp()).map(tlp -> "TLP:" + tlp);
    }
}
