/**
 * Sheets: what holds for every table that a spreadsheet opens, whoever writes it.
 *
 * <p>Duty: keep a text in a cell from being taken for a formula, and take that back when it is read.
 *
 * <p>Invariant: no text of anybody is computed by the program of whoever opens a table of ours.
 *
 * <p>Refuses to know: what stands in the cells, and in which columns.
 *
 * <p>Door: Formulas.
 */
@NullMarked
package acorde.sheets;

import org.jspecify.annotations.NullMarked;
