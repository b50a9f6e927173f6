/**
 * Exports: what an officer may take away, for a spreadsheet, a program, or the registry of IATI.
 *
 * <p>Duty: make tables of what was proposed and agreed, in which versions, what each party reports, which steps are done and which
 * figures were given; of what the groups of this party did in meetings and in writing; and the results of measured initiatives as
 * IATI 2.03 has them.
 *
 * <p>Invariant: it holds what every officer of this party may open on a page, and nothing else: acts addressed to every party,
 * and what was said in the groups in which it sits. No report that is exchanged, no note of this party for itself. Lights are as
 * this party is shown them (CO-5). A figure stands with what was first said (CO-7). It is made while it is sent, a part at a time.
 *
 * <p>Refuses to know: HTTP, pages, who asks.
 *
 * <p>Door: Exports.
 */
@org.jspecify.annotations.NullMarked
package acorde.exports;
