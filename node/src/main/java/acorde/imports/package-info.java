/**
 * What another system wrote into a file, as reports that a person would look at: events of MISP in JSON, and rows of CSV.
 *
 * <p>Duty: read a file within bounds, say of each event or row what report it comes to and of each part of it that is not taken why; put the reports
 * among the drafts of the reader's office.
 *
 * <p>Invariant: nothing is sent by it. No marking is dropped or loosened: one that cannot be kept has what it stands on refused. What the other system
 * says of who may have it is shown, and is no consent. What is wrong in one part stops no other.
 *
 * <p>Refuses to know: XML; files within files; how another system's sharing would translate into ours.
 *
 * <p>Door: Imports.
 */
@org.jspecify.annotations.NullMarked
package acorde.imports;
