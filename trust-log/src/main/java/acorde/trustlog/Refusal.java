package acorde.trustlog;

/**
 * Why a check failed.
 *
 * @param flaw the kind, for programs
 * @param why one English sentence with the figures of this case, for logs and evidence
 */
public record Refusal(Flaw flaw, String why) {}
