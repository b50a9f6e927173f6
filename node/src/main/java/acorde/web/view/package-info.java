/**
 * What a page says and how: the records each template draws, the words in both languages, dates and numbers as the reader
 * writes them, the chord, the difference of two texts, and the rendering itself.
 *
 * <p>Invariant: every text a reader sees is in both message files or comes as data in the reader's language; the page of a
 * view depends on nothing but the view, the frame and the language.
 *
 * <p>Refuses to know: HTTP, sessions, the database, acts, duties. Whoever fills the views knows those.
 *
 * <p>Its door is {@link acorde.web.view.Pages}.
 */
@NullMarked
package acorde.web.view;

import org.jspecify.annotations.NullMarked;
