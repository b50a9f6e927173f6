package acorde.trust;

import acorde.trustlog.Frontier;

/** Where following a log goes on from: the tree of what is stored, and the state beside it. */
public record MirrorHead(Frontier frontier, LogState state) {}
