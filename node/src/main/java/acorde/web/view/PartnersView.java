package acorde.web.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The partners: reachable or not, how far each has read this node and this node them, what is missing, whether logs
 * agree.
 *
 * @param deliveries this party's latest acts to others, each with a chord of delivery; earlier ones are reached from
 * what they are about
 */
public record PartnersView(List<Partner> partners, List<Change> deliveries) {

    /** What this node knows of a partner's log. */
    public enum LogState {
        CONSISTENT,
        UNREAD,
        FORKED
    }

    /** @param code one of {@link acorde.acts.Partner}, with its sentence under {@code partner.trouble.<code>} */
    public record Trouble(String code, Instant since) {}

    /** @param since absent when it is not known */
    public record Missing(String act, @Nullable Instant since) {}

    /**
     * @param body the ministry, in the reader's language
     * @param trouble what is wrong now; absent if nothing is
     * @param lastSeen when it last answered; absent if never
     * @param hasRead up to which size of our log it has cosigned
     * @param ours the size of our log
     * @param receipt when its last cosignature came
     * @param read up to which size we hold its log
     * @param theirs the size it last signed
     * @param lastAct its last act we hold; empty if none
     * @param missingCount how many openings for us have not come
     * @param missing the first of them
     * @param verified when we last verified its log
     */
    public record Partner(
            String party,
            String body,
            boolean reachable,
            @Nullable Trouble trouble,
            @Nullable Instant lastSeen,
            long hasRead,
            long ours,
            @Nullable Instant receipt,
            long read,
            long theirs,
            String lastAct,
            long missingCount,
            List<Missing> missing,
            LogState log,
            @Nullable Instant verified) {

        public long waiting() {
            return ours - hasRead;
        }

        /** The width of a bar of 200 for a part of a whole. */
        public static long bar(long part, long whole) {
            return whole == 0 ? 0 : Math.min(200, 200 * part / whole);
        }
    }

    public long upToDate() {
        return partners.stream()
                .filter(partner -> partner.reachable()
                        && partner.waiting() == 0
                        && partner.missing().isEmpty())
                .count();
    }

    public List<String> unreachable() {
        return partners.stream()
                .filter(partner -> !partner.reachable())
                .map(Partner::party)
                .toList();
    }
}
