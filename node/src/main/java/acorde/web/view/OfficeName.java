package acorde.web.view;

import acorde.offices.OfficeCode;
import acorde.offices.Role;
import acorde.web.words.Words;

/** What another party's office is called here: what it is, and its code where a party has several of the kind. Its own name stays in its records. */
public final class OfficeName {
    private OfficeName() {}

    public static String in(Words words, OfficeCode code) {
        var role = Role.of(code).orElse(null);
        if (role == null) return code.value();
        var name = words.say("role." + role);
        return code.value().equals(role.word()) ? name : name + " (" + code + ")";
    }
}
