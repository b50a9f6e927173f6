/**
 * Where an administrator keeps which systems are told that something waits.
 *
 * <p>Duty: show how each stands and why the last try failed; set one up, try one again, remove one.
 *
 * <p>Invariant: a secret is shown in the answer that made it and never again. Nothing here tells what was told, nor when within a day.
 *
 * <p>Refuses to know: what is told and how; that is said by the package of webhooks.
 *
 * <p>Door: HooksConfiguration.
 */
@org.jspecify.annotations.NullMarked
package acorde.web.hooks;
