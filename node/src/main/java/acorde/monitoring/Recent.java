package acorde.monitoring;

/**
 * What a list shows of an indicator of an area.
 *
 * @param last the newest figure of each party that counts, of a day that has come
 * @param due days for which figures were due until today
 * @param given those of them for which somebody gave one since the day before it
 */
public record Recent(Counted last, int due, int given) {}
