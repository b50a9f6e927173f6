/**
 * TAXII 2.1 (OASIS), under {@code /taxii2}: what is exchanged, for the other systems of a ministry.
 *
 * <p>Duty: give a program, in the order in which it came to be there, what its office may take away, as STIX; take in what it would have sent, as
 * drafts that a person looks at.
 *
 * <p>Invariant: same tokens, offices and rules as {@code /api/v1}. A page takes as long wherever in a collection it begins. What the
 * core hides from this party (AS-1) has no place, so it is in no page, count, boundary or header; where the next page begins is told in a form that
 * only this node reads. What other rules keep from a reader has a place, which can be guessed within the bounds of decision 25.
 *
 * <p>Refuses to know: how an item becomes STIX, who may have what.
 *
 * <p>Door: TaxiiConfiguration.
 */
@NullMarked
package acorde.web.taxii;

import org.jspecify.annotations.NullMarked;
