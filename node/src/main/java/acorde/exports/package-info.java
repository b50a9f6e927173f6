/**
 * Exports: what an officer may take away, for a spreadsheet, a program, or the registry of IATI.
 *
 * <p>Duty: make tables of what was agreed, what each party reports, which steps are done and which figures were given, and the
 * results of measured initiatives as IATI 2.03 has them.
 *
 * <p>Invariant: it holds what stands in acts addressed to every party and nothing else, so that whoever may open the page of an
 * initiative may take it away, and nobody else can. Lights are as this party is shown them (CO-5). A figure stands with what
 * was first said (CO-7). It is made while it is sent, a part at a time.
 *
 * <p>Refuses to know: HTTP, pages, who asks.
 *
 * <p>Door: Exports.
 */
@org.jspecify.annotations.NullMarked
package acorde.exports;
