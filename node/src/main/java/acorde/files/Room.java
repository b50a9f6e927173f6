package acorde.files;

import java.time.Duration;

/**
 * How much is taken, and how long things are kept that no act names.
 *
 * @param ofPartner bytes that one partner's acts may make this node keep
 * @param ofPartners bytes that all partners' acts together may
 * @param ofOfficer bytes that one officer may have lying ready for acts
 * @param atOnce files being sent to this node at once; each holds two chunks
 * @param ofOne of them, those of one person
 * @param begun files of one officer that are on their way in several goes
 * @param sending the longest that sending one may take: 256 MiB on a line of 300 kbit/s
 * @param coming the longest that a file may be on its way, in however many goes
 * @param ready how long a file lies ready for an act, and a chunk stays that nothing names any more
 */
public record Room(
        long ofPartner,
        long ofPartners,
        long ofOfficer,
        int atOnce,
        int ofOne,
        int begun,
        Duration sending,
        Duration coming,
        Duration ready) { // the limits of files
    public static final Room USUAL = new Room(
            16L << 30, 128L << 30, 2L << 30, 8, 2, 16, Duration.ofHours(2), Duration.ofDays(7), Duration.ofHours(24));
}
