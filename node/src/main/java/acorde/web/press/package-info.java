/**
 * The press: the public account as a folder of plain files, which any web server can serve and a browser can open from a disk.
 *
 * <p>Duty: draw an edition, keep those before it, and put the whole in the place of what was there.
 *
 * <p>Invariant: a run that is cut short leaves the old site whole. The same account, day and earlier editions give the same bytes. What was
 * published is never rewritten: a folder whose earlier editions are not as they were is refused. Every page can be read without a script.
 *
 * <p>Refuses to know: what is public, acts, logs, HTTP.
 *
 * <p>Door: Press.
 */
// View records have more than 4 parameters: each is what one page draws, filled in one place.
@NullMarked
package acorde.web.press;

import org.jspecify.annotations.NullMarked;
