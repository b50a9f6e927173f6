/**
 * Finding things: search, what awaits somebody, what changed since they were here.
 *
 * <p>Duty: follow the committed acts beside the path on which they are written, keep an index of what the duties let be found, and answer
 * questions in plain words from it. Keep each person's last visit, the questions they saved, and what they have begun to write.
 *
 * <p>Invariant: {@link acorde.finding.Audience#admits} alone decides whether somebody may open a thing, and the same answer decides
 * whether it is found, counted or suggested. An index entry stands in the room of its audience and is looked for under that room's words
 * only, so that what a reader may not open costs no time either. A thing of which not everybody is shown the same stands in several rooms. A
 * room holds up to a day and by the rules by which it was filled: afterwards nobody is let in. The index holds no text: what is shown is read
 * from its duty when it is shown, and counts lag behind acts alone. It can be thrown away at any time, and is made again from the acts.
 *
 * <p>Refuses to know: what any kind of thing means, pages.
 *
 * <p>Door: {@link acorde.finding.Finding}; a duty gives a {@link acorde.finding.Catalogue}.
 */
@org.jspecify.annotations.NullMarked
package acorde.finding;
