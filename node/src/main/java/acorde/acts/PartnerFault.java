package acorde.acts;

import java.io.IOException;

/** A partner does not give what it should: the code for its page, and a sentence for the log. It is asked again. */
final class PartnerFault extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;

    PartnerFault(String code, String why) {
        super(why);
        this.code = code;
    }

    /** The partner answered, with something that is not what it should be. */
    static PartnerFault unreadable(String why) {
        return new PartnerFault(Partner.UNREADABLE, why);
    }

    /** One of the codes of {@link Partner}. */
    String code() {
        return code;
    }
}
