/**
 * Working groups: meetings and written procedures, what is decided in them, who is to do it, and the minutes.
 *
 * <p>Duty: read what the parties of a group say in a sitting, and tell what it comes to: who was there, whether there was a quorum, which
 * decisions were taken, which actions are owed, which minutes are approved.
 *
 * <p>Invariant: each fact has one log that can state it. The course of a meeting stands in the log of the party that has the chair; what a
 * party says of itself, to a decision or to minutes stands in its own. What a sitting comes to is a function of the set of acts, so no order
 * of arrival and no clock has a part in it. Silence is never consent (CO-1). What a party notes for itself is in no act at all.
 *
 * <p>Refuses to know: HTTP, pages, clocks, calendars and mail, how a concern came about that asks for a place on an agenda.
 *
 * <p>Door: Groups.
 */
// More than 25 files: small records, one noun per file, read in groups.
@org.jspecify.annotations.NullMarked
package acorde.groups;
