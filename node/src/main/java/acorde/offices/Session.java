package acorde.offices;

import java.time.Instant;

/**
 * A signed-in officer, as it must be held against the records again and again: the office may have been handed over since.
 *
 * @param passwordDue whether the password must be changed before anything else
 * @param passwordVersion counts the changes of the password, each of which ends the sessions before it
 */
public record Session(Officer officer, Instant since, boolean passwordDue, int passwordVersion) {}
