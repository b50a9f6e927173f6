/**
 * The pages of returns by spreadsheet, and of what may be taken away as one: they put words to what the duty finds.
 */
@org.jspecify.annotations.NullMarked
package acorde.web.returns;
