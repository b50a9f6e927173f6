/**
 * Sheets: what holds for every table that a spreadsheet opens, whoever fills it.
 *
 * <p>Duty: say what can stand in a cell, write rows of cells as CSV or XLSX while they come, and take back what was written
 * when a cell is read.
 *
 * <p>Invariant: no text of anybody is computed by the program of whoever opens a table of ours. A formula is never written.
 *
 * <p>Refuses to know: which table it is, what its columns mean, how a file from elsewhere is taken apart.
 *
 * <p>Door: SheetWriter; Formulas for what is no table of cells.
 */
@NullMarked
package acorde.sheets;

import org.jspecify.annotations.NullMarked;
