package acorde.web.view;

import acorde.offices.OfficeCode;
import acorde.offices.Role;
import acorde.web.words.Words;
import java.util.Locale;

/** What another party's office is called here, in words, as its code tells: its own name stays in its records. */
public final class OfficeName {
    private OfficeName() {}

    /** The same where no sentence stands before it. */
    public static String alone(Words words, OfficeCode code) {
        var name = in(words, code);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    public static String in(Words words, OfficeCode code) {
        var role = Role.of(code).orElse(null);
        if (role == null) return code.value();
        var which = code.value().substring(role.word().length()).replaceFirst("^-", "");
        if (which.isEmpty()) return words.say("role." + role);
        return role == Role.REPRESENTATIVE
                ? words.say("office.representative", which.toUpperCase(Locale.ROOT))
                : words.say("role." + role) + " (" + which.replace('-', ' ') + ")";
    }
}
