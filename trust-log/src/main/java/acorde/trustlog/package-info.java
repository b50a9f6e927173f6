/** Transparency log. */
@org.jspecify.annotations.NullMarked
package acorde.trustlog;
