/**
 * The pages of returns by spreadsheet, and of what may be taken away as one.
 *
 * <p>Duty: turn an upload into what the door of returns is asked, and put every fault it finds into words with its row and column; send what
 * the door of exports makes.
 *
 * <p>Refuses to know: what a row means, and whether it may be said; that is decided by the door.
 */
@org.jspecify.annotations.NullMarked
package acorde.web.returns;
