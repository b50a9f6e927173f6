/**
 * What is said, and in which language: the sentences of both languages, dates and numbers as a reader writes them, and
 * the difference between two texts.
 *
 * <p>Invariant: both languages have every sentence; nothing here falls back from one language to the other.
 *
 * <p>Refuses to know: pages, views, HTTP, what any sentence is used for.
 *
 * <p>Its door is {@link acorde.web.words.Words}.
 */
@NullMarked
package acorde.web.words;

import org.jspecify.annotations.NullMarked;
