/**
 * Exchange: what one party gives another (reports, requests, answers, alerts), under the rules that both adopted, and how it takes it back.
 *
 * <p>Duty: say a report to exactly the parties that the rules of release let have it, to each the part they let it have; show it to exactly
 * the offices they let read it; order it given up again, also of itself once it has ended and was not renewed; destroy it where it was ordered to be, and answer for that; say once an hour what
 * became of what came; say what came of it; let it be found by whom it is listed for; tell those who
 * write mail that something came; put in order for programs what they may take away, and keep as drafts what they bring; write an alert as CAP 1.2, and read one.
 *
 * <p>Invariant: a party is given an act of its own that holds what it may have and nothing else, so what is kept back never leaves. Sender and
 * receiver ask {@code policy} about the same copy. Where no rules are in force nothing leaves and nothing is read. Who may not read a
 * report is answered as if there were none (AS-1). What is kept is a function of the set of acts.
 *
 * <p>Refuses to know: HTTP, pages, Cedar, who may sign in. An office is there for the areas its code names ({@code analysis-a2}); for all of
 * them only if its code names nothing ({@code analysis}).
 *
 * <p>Door: Exchange; for programs, Feed and OfficeDrafts; for mail, Tidings. What is said about requests stands in {@code requests}, which finds them by RequestItems and says it under Cover.
 */
// More than 25 files: one small record for each thing that is said, one for what is shown of it.
@org.jspecify.annotations.NullMarked
package acorde.exchange;
