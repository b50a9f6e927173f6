/**
 * Notices to the systems of this party, by HTTPS: that something waits for the office of a program, and nothing of what it is.
 *
 * <p>Duty: keep where which program's system is told; tell it, signed, what the office is told by mail as well (`notices.Present`), each thing once; give
 * up what does not answer for five days, and tell the administrator so.
 *
 * <p>Invariant: an event is made anew for each try of how many notices of which kind there are then, so nothing else can leave in it, and nothing waits
 * to be sent. Nothing is sent for a program whose key has ended, nor to a host or a network that the operator did not name. No secret is kept: each
 * follows from the node's keys.
 *
 * <p>Refuses to know: what is in the things it tells of, words of any language, pages.
 *
 * <p>Door: Webhooks.
 */
@org.jspecify.annotations.NullMarked
package acorde.webhooks;
