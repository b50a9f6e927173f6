/**
 * Notices by mail: that something awaits somebody, and nothing of what it is.
 *
 * <p>Duty: keep who wants to be told, at which address and how often; tell of each thing once; write letters into a queue in the database and
 * hand them to the mail server of this party.
 *
 * <p>Invariant: nobody is written to who has not asked for it and confirmed the address by a code sent to it. A letter is made of a kind of
 * event and a page's address alone, so no title, name or text can leave the node in it. A letter and the record of what it tells are written
 * in one transaction, and at most one waits for a person. It is sent at least once, under one Message-ID.
 *
 * <p>Refuses to know: words of any language, pages; what is in the things it tells of.
 *
 * <p>Door: Notices.
 */
@org.jspecify.annotations.NullMarked
package acorde.notices;
