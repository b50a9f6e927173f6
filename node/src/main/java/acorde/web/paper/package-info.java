/**
 * Papers on screen and as PDF: the minister's brief, the reports of areas and groups, the draft of a communiqué, and what a check code on one
 * of them stands for.
 *
 * <p>Duty: put a paper's figures into the reader's words, draw it as a page and as a PDF from the same template and the same style, and check
 * codes.
 *
 * <p>Invariant: the figures of a paper are the same in both languages, on the page and in the PDF. Drawing a PDF reads nothing but what it is
 * given: no network, no file.
 *
 * <p>Refuses to know: what is counted and when something is late; that is said by the package of documents.
 *
 * <p>Door: PaperConfiguration.
 */
// View records have more than 4 parameters: each is what one page draws, filled in one place.
@NullMarked
package acorde.web.paper;

import org.jspecify.annotations.NullMarked;
