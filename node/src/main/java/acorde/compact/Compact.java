package acorde.compact;

import acorde.offices.OfficeCode;
import acorde.offices.Role;

public final class Compact {
    static final OfficeCode COORDINATION = new OfficeCode(Role.COORDINATOR.word());

    private Compact() {}
}
