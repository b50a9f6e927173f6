/**
 * Returns: what a party's offices fill in on a spreadsheet and send back.
 *
 * <p>Duty: make the template of a party's return, read it back as CSV or XLSX, show what it would have the party say
 * and every fault by its row and column, and have all of it said or nothing.
 *
 * <p>Invariant: a return says nothing that a form could not have said, and overwrites nothing: every row names the report
 * and the text it was made from, and one that is no longer the latest is a fault. Nothing is read that is not bounded: bytes,
 * unpacked bytes, rows, columns, characters of a cell. A formula is never evaluated, and none is ever written.
 *
 * <p>Refuses to know: HTTP, pages, the words of a fault.
 *
 * <p>Door: Returns.
 */
@org.jspecify.annotations.NullMarked
package acorde.returns;
