/**
 * Monitoring: what became of what was agreed, as each party tells it, as the others see it, and as an observer judges
 * it.
 *
 * <p>Duty: keep each party's own account of each initiative, what the others confirm or dispute, what observers assess,
 * the figures of indicators, of initiatives and of whole areas, with their corrections; and say by rule how an initiative stands, who is told next, and
 * when.
 *
 * <p>Invariant: what one party says never changes what another said; there are three views and no cell that joins them.
 * A light is computed and nobody can type it (CO-5). A figure once said is corrected beside it, never replaced (CO-7).
 * All that is kept is a function of the set of acts; lights are a function of that, of the agreed text and thresholds,
 * of who looks and of the day.
 *
 * <p>Refuses to know: HTTP, pages, clocks, how consent comes about.
 *
 * <p>Door: Monitoring.
 */
// More than 25 files: small records, one noun per file, read in groups.
@org.jspecify.annotations.NullMarked
package acorde.monitoring;
