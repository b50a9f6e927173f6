/**
 * Documents: papers with figures that somebody carries into a meeting.
 *
 * <p>Duty: compose the minister's brief, the reports of an area and of a group, and the draft of a communiqué from what was agreed, what became
 * of it and what was done in meetings; issue them as acts, what a group did to its own parties and all else to all; and answer, at any of their
 * nodes, what a check code on a paper stands for and what became of its figures since.
 *
 * <p>Invariant: an issued paper never changes: its figures carry their day and the acts behind them, and what is so today stands beside them,
 * never in their place. It shows what every party may be shown on that day, so nothing red before its rung (CO-5). A paper is a function of
 * what it is composed from; what is kept is a function of the set of acts.
 *
 * <p>Refuses to know: HTTP, templates, languages, PDF, clocks.
 *
 * <p>Door: Documents.
 */
@org.jspecify.annotations.NullMarked
package acorde.documents;
