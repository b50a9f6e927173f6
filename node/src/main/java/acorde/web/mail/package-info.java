/**
 * Notices by mail, as their readers meet them: the page where they are chosen, the page where they are turned off, and the words of a letter.
 *
 * <p>Duty: put a letter into its reader's words and addresses of pages; let an officer give an address, confirm it, choose and forget it.
 *
 * <p>Invariant: a letter says that something awaits and where, and nothing of what it is.
 *
 * <p>Refuses to know: who is told what and when, SMTP; that is said by the package of notices.
 *
 * <p>Door: MailConfiguration.
 */
@org.jspecify.annotations.NullMarked
package acorde.web.mail;
