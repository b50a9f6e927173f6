/**
 * Files that acts name: taken in from officers, fetched from partners, given to whom the act is addressed and to nobody else.
 *
 * <p>Duty: cut a file, sent at once, in goes or in announced parts, into chunks of 1 MiB and keep them once; look whether a file is what its name says; fetch the chunks that partners'
 * acts name, after the act and beside the log; say what is here and what is missing; sweep what no act names, and what may not be here any more.
 *
 * <p>Invariant: nothing is kept before its hash has been checked. A chunk counts as given by a party only when that party gave it: that
 * another gave the same bytes helps nobody to them, and tells nobody of them. A file that is not whole is not given out.
 *
 * <p>Refuses to know: what an act means, what is in a file beyond its first and last bytes, HTTP.
 *
 * <p>Door: {@link acorde.files.Files}; a duty reads and writes {@link acorde.files.Attachment} and derives {@link acorde.files.Named}.
 */
@org.jspecify.annotations.NullMarked
package acorde.files;
