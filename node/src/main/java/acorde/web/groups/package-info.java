/**
 * The pages of working groups: who sits in them, their meetings and written procedures, agendas, decisions, actions
 * and minutes.
 *
 * <p>Duty: turn requests into what the doors of groups and of the compact are asked, and what these tell into views.
 *
 * <p>Invariant: what binds (a call, an agenda, a decision, minutes, an answer to them) was shown whole before it is signed.
 *
 * <p>Refuses to know: whether something may be said; that is decided by the door. The desk knows nothing of this package; what both
 * need is there.
 *
 * <p>Door: GroupsConfiguration.
 */
// More than 25 files: one for each page of a meeting, and one for what each draws.
@org.jspecify.annotations.NullMarked
package acorde.web.groups;
