package acorde.web.mail;

import acorde.notices.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What an officer is told by mail, and where.
 *
 * @param sends whether this node has a mail server
 * @param subscription null while there is no address
 * @param typed an address that was not taken; empty if none was
 * @param declined the key of the sentence that says why something was not done; empty if nothing was declined
 */
public record NoticesView(boolean sends, @Nullable Subscription subscription, String typed, String declined) {
    /**
     * The page that turns notices off without signing in.
     *
     * @param path where its form leads
     * @param done whether they are off now
     */
    public record Off(String path, boolean done) {}
}
