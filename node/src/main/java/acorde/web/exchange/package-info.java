/**
 * The pages of exchange: an office's mailbox, a report to write, to review and to read, and its being taken back.
 *
 * <p>Duty: turn requests into what the door of exchange is asked, and what it tells into views. Before anything is sent it shows what each party
 * would be given, and why.
 *
 * <p>Invariant: whatever a reader may not have is answered as what is not there, in the same words (AS-1).
 *
 * <p>Refuses to know: who may have what; that is decided by the door.
 *
 * <p>Door: ExchangeConfiguration.
 */
// View records have more than 4 parameters: each is what one page draws, filled in one place.
@NullMarked
package acorde.web.exchange;

import org.jspecify.annotations.NullMarked;
