package acorde.compact;

import acorde.trustlog.Hash;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Texts of items once they are read: they are long, asked for on every page, and never change. Safe for any thread. */
final class KnownTexts {
    /** Characters of texts that are kept: some ten thousand initiatives. */
    private static final int KEPT = 32 << 20;

    private final Map<Version, ItemText> texts = new LinkedHashMap<>(16, 0.75f, true);
    private int kept;

    /** Founded items share the version of the charter, so a version alone does not name a text. */
    private record Version(ItemKey item, Hash hash, int length) {}

    ItemText text(ItemKey item, Item.Head head) {
        var version = new Version(item, head.version(), head.text().length());
        synchronized (texts) {
            var known = texts.get(version);
            if (known != null) return known;
        }
        var text = read(item, head.text());
        synchronized (texts) {
            if (texts.putIfAbsent(version, text) == null) kept += version.length();
            for (var eldest = texts.keySet().iterator(); kept > KEPT && eldest.hasNext(); ) {
                kept -= eldest.next().length();
                eldest.remove();
            }
        }
        return text;
    }

    static ItemText read(ItemKey item, String text) {
        return switch (ItemText.parse(item.kind(), JsonMapper.shared().readTree(text))) {
            case ItemText.Parsed.Good(var good) -> good;
            case ItemText.Parsed.Bad(var faults) ->
                throw new IllegalStateException("the text of " + item + " was accepted and cannot be read: " + faults);
        };
    }
}
