/**
 * The interface for programs, under {@code /api/v1}.
 *
 * <p>Duty: give programs of a ministry what its officers see and may do, as JSON; {@code openapi.json} describes all of
 * it and a test holds the two against each other.
 *
 * <p>Invariant: what comes in is bounded and read strictly (an unknown member is refused with a sentence, never
 * skipped); what goes out carries an ETag; a refusal is a problem of RFC 9457 and names its rule.
 *
 * <p>Refuses to know: sessions, how pages look, how tokens are checked. With which status a rule of exchange refuses, and the seal of what was looked
 * at, are those of its pages.
 *
 * <p>Door: ApiConfiguration.
 */
// More than 25 files: one for each answer, and one for what each reads.
@NullMarked
package acorde.web.api;

import org.jspecify.annotations.NullMarked;
