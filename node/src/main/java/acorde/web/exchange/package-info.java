/**
 * The pages of exchange: an office's mailbox; a report or an alert to write, review and read; what came of it; requests in
 * figures; the wish to give a report on, and its provider's answer; its being taken back; whether alerts are real.
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
// More than 25 files: one for each page of the mailbox, and one for what each draws.
// View records have more than 4 parameters: each is what one page draws, filled in one place.
@NullMarked
package acorde.web.exchange;

import org.jspecify.annotations.NullMarked;
