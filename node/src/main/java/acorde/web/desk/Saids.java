package acorde.web.desk;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.compact.Word;
import acorde.offices.OfficeCode;
import acorde.offices.Offices;
import acorde.offices.Role;
import acorde.trust.PartyCode;
import acorde.trust.Receipt;
import acorde.web.view.Chord;
import acorde.web.view.Chord.Mark;
import acorde.web.view.Chord.State;
import acorde.web.view.Frame;
import acorde.web.view.ProposalView.Voice;
import acorde.web.view.ProposalView.Voice.Said;
import acorde.web.view.Quote;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who said what, when, by which office: the chord unfolded. */
public final class Saids {
    private final Acts acts;
    private final Offices offices;
    private final Directory directory;

    public Saids(Acts acts, Offices offices, Directory directory) {
        this.acts = acts;
        this.offices = offices;
        this.directory = directory;
    }

    /** Who said what to a proposal, in the order of the directory. */
    List<Voice> voices(Made made, Frame frame) {
        return directory.parties().stream()
                .map(party -> voice(made, party, frame))
                .toList();
    }

    /** The same as a chord, with the times. */
    static Chord chord(List<Voice> voices) {
        return new Chord(Chord.Matter.CONSENT, voices.stream().map(Voice::mark).toList());
    }

    private Voice voice(Made made, PartyCode party, Frame frame) {
        var proposal = made.proposal();
        var word = proposal.words().get(party);
        var act = word == null ? Optional.<Act>empty() : acts.act(word.act());
        var mark = new Mark(
                party.value(),
                InitiativeLines.state(party, proposal.required(), proposal.words()),
                act.map(Act::at).orElse(null));
        return new Voice(
                mark,
                said(made, party, act.orElse(null)),
                act.map(each -> office(each, frame.language())).orElse(""),
                word == null ? "" : word.act().toString(),
                act.map(each -> quote(each, frame.language())).orElse(Quote.plain("")),
                delivered(made, party),
                party.equals(acts.self()));
    }

    private static Said said(Made made, PartyCode party, @Nullable Act act) {
        if (!made.proposal().required().contains(party)) return Said.NOT_CONCERNED;
        if (party.equals(made.by())) return Said.PROPOSED;
        return switch (made.proposal().words().get(party)) {
            case Word.Assent _ ->
                act != null && act.body().path("reservation").isObject() ? Said.RESERVED : Said.ASSENTED;
            case Word.Refusal _ -> Said.REFUSED;
            case null -> Said.NOT_YET;
        };
    }

    /** An office's name where this node knows it; of other offices the role that their code begins with. */
    String office(Act act, Language language) {
        var code = OfficeCode.read(act.office());
        return code.flatMap(offices::office)
                .map(office -> language == Language.ES ? office.inSpanish() : office.inEnglish())
                .or(() -> code.flatMap(Role::of)
                        .map(role -> Words.in(language).say("role." + role))
                        .map(Saids::capital))
                .orElse(act.office());
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Whom an act is addressed to, in the order of the directory. */
    List<String> addressees(Act act) {
        return directory.inOrder(act.to());
    }

    static Quote quote(Act act, Language language) {
        var remark = act.body().path(act.kind().equals("compact.refused") ? "reason" : "reservation");
        return Telling.quote(remark, language);
    }

    /** When a proposal of this party reached another; of other parties' proposals this node knows only its own. */
    private @Nullable Instant delivered(Made made, PartyCode party) {
        if (!made.by().equals(acts.self()) || party.equals(acts.self())) return null;
        return acts.logs().delivered(party, made.id().index()).map(Receipt::at).orElse(null);
    }

    /** Who has assented to the founding charter: every log begins with that. */
    Chord charter() {
        var marks = directory.parties().stream()
                .map(party -> acts.act(new ActId(party, 0))
                        .filter(act -> act.kind().equals("compact.chartered"))
                        .map(act -> new Mark(party.value(), State.FILLED, act.at()))
                        .orElseGet(() -> new Mark(party.value(), State.HOLLOW, null)))
                .toList();
        return new Chord(Chord.Matter.CONSENT, marks);
    }

    /** What an open page compares: it changes with every word and every delivery. */
    String version(Made made) {
        var seen = new TreeMap<String, String>();
        made.proposal()
                .words()
                .forEach((party, word) -> seen.put(party.value(), word.act().toString()));
        if (made.by().equals(acts.self()))
            for (var party : directory.parties())
                if (delivered(made, party) != null) seen.merge(party.value(), "+", String::concat);
        return Integer.toHexString(
                (made.state() + " " + made.proposal().withdrawal() + " " + made.rivals() + seen).hashCode());
    }
}
