package acorde.web;

import acorde.notices.Address;
import acorde.notices.Pace;
import acorde.notices.Subscription;
import acorde.offices.Person;
import acorde.web.mail.NoticesView;
import acorde.web.view.Frame;
import java.time.Instant;

/** The page of notices in each of its states, with an address as long as there is. */
final class SampleNotices {
    private static final Address ADDRESS =
            new Address("n".repeat(60) + "@" + "ministerio-de-seguridad.".repeat(5) + "example");

    private SampleNotices() {}

    private static Subscription subscription(boolean confirmed) {
        var lost = confirmed ? Instant.parse("2026-11-22T13:00:00Z") : null;
        return new Subscription(new Person.Id(1), ADDRESS, confirmed, Pace.DAILY, "es", "0", null, lost);
    }

    static Object none(Frame p) {
        return new NoticesView(false, null, "", "");
    }

    static Object unconfirmed(Frame p) {
        return new NoticesView(true, subscription(false), "", "");
    }

    static Object confirmed(Frame p) {
        return new NoticesView(true, subscription(true), "nombre@", "notices.rule.NOT_AN_ADDRESS");
    }

    static Object asked(Frame p) {
        return new NoticesView.Off("/notices/off/1/0", false);
    }

    static Object off(Frame p) {
        return new NoticesView.Off("/notices/off/1/1", true);
    }
}
