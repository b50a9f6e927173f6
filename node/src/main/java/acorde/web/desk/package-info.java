/**
 * The officer's desk: the pages of the compact, of partners and of oversight, and what everybody may read.
 *
 * <p>Duty: turn what the doors answer into the records of {@link acorde.web.view}, and forms into commands. Every
 * controller is thin: ask a door, fill a view, draw.
 *
 * <p>Invariant: nothing is decided here. A refusal is the door's and is shown with its rule, who decided, and what to
 * do next. What an act says to nobody but its author is shown to supervision and administration alone.
 *
 * <p>Refuses to know: how acts are stored and travel, how officers sign in.
 *
 * <p>Door: DeskConfiguration.
 */
// More than 25 files: one for each sort of page, and beside it what it asks and what its form comes to; each is read
// with its page.
@NullMarked
package acorde.web.desk;

import org.jspecify.annotations.NullMarked;
