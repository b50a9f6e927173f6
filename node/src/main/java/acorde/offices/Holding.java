package acorde.offices;

/** A person held an office from a day to a day. It is ended by giving its term an end, never deleted. */
public record Holding(long id, Person.Id person, OfficeCode office, Term term) {}
