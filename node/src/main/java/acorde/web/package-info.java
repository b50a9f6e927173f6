/**
 * What officers and the public meet over HTTP: addresses, sign-in, the language a reader reads in, pages and faults.
 *
 * <p>Invariant: an outcome of a duty becomes words and a status code here and nowhere else; every refusal says who decided,
 * by which rule and what to do next.
 *
 * <p>Refuses to know: SQL, signatures, the log. It asks the doors of the duties.
 *
 * <p>Its door is {@link acorde.web.WebConfiguration}.
 */
@NullMarked
package acorde.web;

import org.jspecify.annotations.NullMarked;
