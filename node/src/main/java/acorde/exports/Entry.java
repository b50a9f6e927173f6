package acorde.exports;

import acorde.compact.Initiative;
import acorde.compact.Item;
import acorde.monitoring.Watched;

/** One initiative: its text and where consent to it stands, and what became of it as this party is shown it. */
record Entry(String code, Item.Standing standing, Item.Head head, Initiative text, Watched watched) {}
