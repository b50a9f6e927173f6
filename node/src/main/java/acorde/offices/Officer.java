package acorde.offices;

import acorde.acts.Act;
import acorde.acts.Holder;
import java.time.Instant;

/** A person acting for an office: who does something at this node. Acts take only the office from it. */
public record Officer(Person.Id person, String name, OfficeCode office) implements Holder {
    public Officer {
        if (Role.of(office).isEmpty()) throw new IllegalArgumentException("nobody can hold the office " + office);
    }

    public Role role() {
        return Role.of(office).orElseThrow();
    }

    @Override
    public byte[] line(Act act, Instant at) {
        return JournalLine.of("act-said", this)
                .with("act", act.id())
                .with("kind", act.kind())
                .bytes(at);
    }
}
