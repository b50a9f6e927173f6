package acorde.offices;

/** A person acting for an office: who does something at this node. Acts take only the office from it. */
public record Officer(Person.Id person, String name, OfficeCode office) {
    public Officer {
        if (Role.of(office).isEmpty()) throw new IllegalArgumentException("nobody can hold the office " + office);
    }

    public Role role() {
        return Role.of(office).orElseThrow();
    }
}
