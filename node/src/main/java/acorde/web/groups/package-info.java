/**
 * The pages of working groups: who sits in them, their meetings and written procedures, agendas, decisions, actions
 * and minutes.
 *
 * <p>Duty: turn requests into what the doors of groups and of the compact are asked, and what these tell into views.
 *
 * <p>Refuses to know: whether something may be said; that is decided by the door.
 */
@org.jspecify.annotations.NullMarked
package acorde.web.groups;
