package acorde.files;

import java.time.Instant;

/**
 * A file that a program sends in several goes, as far as it has come.
 *
 * @param key by which its sender knows it
 * @param size bytes that are here; the next go begins there
 * @param until when it is swept, should no further go come
 */
public record Begun(String key, String name, long size, Instant until) {}
