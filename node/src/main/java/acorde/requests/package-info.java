/**
 * Requests: what one party asks another, how soon an answer is due, and what both say about it until it is settled.
 *
 * <p>Duty: say of a request this party was asked that an office is at it, that it takes longer, or that it is refused; tell how each request stands
 * and how much time is left.
 *
 * <p>Invariant: requests and answers themselves are items of {@code exchange}, marked, given, read and taken back like any other. What is said
 * here holds a code of a closed list and never a text of its own, so that nothing passes by the rules of release. Where a request stands is a
 * function of what was said and of the moment; both sides come to the same. Who may not find a request is answered as if there were none
 * (AS-1).
 *
 * <p>Refuses to know: HTTP, pages, rules of release, what a request says.
 *
 * <p>Door: Requests.
 */
@org.jspecify.annotations.NullMarked
package acorde.requests;
