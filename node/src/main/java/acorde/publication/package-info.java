/**
 * The public account: what everybody may know of the compact, edition by edition.
 *
 * <p>Duty: select what is public from the acts, put it into honest figures, a table and the record of an edition, tell what changed since the one
 * before, and which editions were due and are not there.
 *
 * <p>Invariant: what {@link acorde.publication.Visibility} does not let through changes nothing here. A figure once published is changed in
 * sight (CO-7). Of a number of an indicator that counts persons only its twenty is published, of one that may be a share or of anything nothing,
 * nor the hash it could be told from (CT-1): no subtraction of what is published, over all editions, comes to one to ten persons. Targets,
 * figures claimed in public and what is said in words are not held back. The same acts, date and earlier editions give the same bytes.
 *
 * <p>Refuses to know: pages, files, clocks, who reads.
 *
 * <p>Door: Publication.
 */
@org.jspecify.annotations.NullMarked
package acorde.publication;
