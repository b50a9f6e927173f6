/**
 * Giving on: the leave of its provider that what one party was given reaches another, and who holds a report by whose leave.
 *
 * <p>Duty: ask the provider of a copy for leave that a third party has it too, or no longer; answer such a wish, by leave or by refusal; tell what the rules
 * demand; tell the provider who holds what by whose leave, and everybody else their own part of that.
 *
 * <p>Invariant: nothing that is given on passes through who gives it on. With its leave the provider says a copy of its own to the third party, which
 * has no more than the one who asked and no more than the rules of release let it have. So each copy stands in its provider's log, and an order
 * to give it up is never behind it. What is said here holds codes and never a text. Silence is never leave. A wish is put alike whether somebody
 * is hidden from the third party or not, and its refusal tells no more (AS-1).
 *
 * <p>Refuses to know: HTTP, pages, what a report says.
 *
 * <p>Door: Onward.
 */
@org.jspecify.annotations.NullMarked
package acorde.onward;
