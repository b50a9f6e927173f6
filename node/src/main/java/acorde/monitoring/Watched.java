package acorde.monitoring;

/**
 * An initiative as one reader sees it followed.
 *
 * @param light as this reader is shown it
 */
public record Watched(Agreed agreed, Facts facts, Light light) {}
