/**
 * The page on which a file of another system is looked at before its reports become drafts.
 *
 * <p>Duty: take a file, show what it would come to and what of it is not taken and why, and put it among the drafts of the office when asked.
 *
 * <p>Invariant: the preview is a function of the file and keeps nothing; what is kept is read anew from the same bytes.
 *
 * <p>Refuses to know: what a file may hold; that is said by the package of imports.
 *
 * <p>Door: ImportsConfiguration.
 */
@org.jspecify.annotations.NullMarked
package acorde.web.imports;
