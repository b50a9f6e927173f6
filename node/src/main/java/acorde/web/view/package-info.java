/**
 * What a page shows: the records each template draws, the frame around every page, the chord, the addresses, and the
 * rendering itself.
 *
 * <p>Invariant: a page depends on nothing but its view, the frame and the language; what a reader sees is a sentence of
 * {@link acorde.web.words} or comes as data in the reader's language.
 *
 * <p>Refuses to know: HTTP, sessions, the database, acts, duties. Whoever fills the views knows those.
 *
 * <p>Its door is {@link acorde.web.view.Pages}.
 */
// More than 25 files: a record for each page and its parts, read one at a time.
// View records have more than 4 parameters: each is what one page draws, filled in one place.
@NullMarked
package acorde.web.view;

import org.jspecify.annotations.NullMarked;
