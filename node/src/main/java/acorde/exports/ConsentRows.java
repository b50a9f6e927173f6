package acorde.exports;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.compact.ItemKey;
import acorde.compact.Remark;
import acorde.compact.Stood;
import acorde.sheets.Cell;
import acorde.trustlog.Hash;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The rows of what was proposed, and of the texts that stood, in the order of the columns of each table. Pure. */
final class ConsentRows {
    private ConsentRows() {}

    /** @param said reads the proposal and the words said to it, one after the other */
    static List<Cell> proposal(Stood stood, Function<ActId, Optional<Act>> said) {
        var proposal = stood.proposal();
        var act = said.apply(proposal.act());
        var body = act.map(Act::body).orElse(MissingNode.getInstance());
        var row = new Row()
                .act(proposal.act())
                .text(stood.key().item().toString())
                .hash(proposal.version())
                .hash(stood.base())
                .text(proposal.proposer().value())
                .text(act.map(Act::office).orElse(""))
                .moment(proposal.at())
                .text(Row.word(stood.state()));
        titles(row, body.path("text")).remark(remark(body, "why").orElse(null));
        return Voices.said(
                        row,
                        proposal,
                        word -> said.apply(word)
                                .flatMap(each ->
                                        remark(each.body(), "reservation").or(() -> remark(each.body(), "reason"))))
                .acts(stood.rivals())
                .act(proposal.withdrawal())
                .text(body.path("text").toString())
                .cells();
    }

    private static Optional<Remark> remark(JsonNode body, String member) {
        return body.hasNonNull(member) ? Optional.of(Remark.read(body.path(member))) : Optional.empty();
    }

    private static Row titles(Row row, JsonNode text) {
        return row.text(text.path("title").path("es").asString(""))
                .text(text.path("title").path("en").asString(""));
    }

    /**
     * @param latest version of the item; null while it has none
     * @param act that carries the text
     */
    static List<Cell> version(ItemKey key, @Nullable Hash latest, Act act) {
        var row = new Row()
                .text(key.toString())
                .hash(act.hash())
                .act(act.id())
                .text(act.by().value())
                .moment(act.at());
        return version(
                row, latest != null && latest.equals(act.hash()), act.body().path("text"));
    }

    /** The text of the founding charter or of an annex to it, which no act carries. */
    static List<Cell> founded(ItemKey key, @Nullable Hash latest, Hash charter, JsonNode text) { // an item's first text
        var row = new Row().text(key.toString()).hash(charter).blank(3);
        return version(row, latest != null && latest.equals(charter), text);
    }

    private static List<Cell> version(Row row, boolean latest, JsonNode text) {
        return titles(row.text(latest ? "yes" : "no"), text)
                .text(text.toString())
                .cells();
    }
}
