package acorde.compact;

import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Past;
import acorde.acts.RowKey;
import java.time.Instant;
import java.util.List;

/**
 * Says this party's one word to a proposal, or asks to withdraw its own.
 *
 * @param proposed what the proposal says, to find its round by
 */
record Reply(Speaker speaker, Saying.ToProposal word, Saying.Proposed proposed) implements Command<Objection> {
    @Override
    public List<RowKey<?, ?>> reads() {
        return proposed.rows();
    }

    @Override
    public Decision<Objection> decide(Past past, Instant now) {
        if (speaker.mayNotSpeak()) return Speaker.decline(Rule.OFFICE_MAY_NOT);
        var round = Round.of(past, word.proposal(), proposed);
        var proposal = round.flatMap(known -> known.proposal(word.proposal()));
        if (round.isEmpty() || proposal.isEmpty()) return Speaker.decline(Rule.UNKNOWN_PROPOSAL);
        var leave = leave(round.get(), proposal.get());
        var next = past.row(CompactRows.ROUND, speaker.next(past, proposed.item()));
        if (leave instanceof Consent.Leave.Granted && !next.equals(round))
            return Speaker.decline(new Objection(
                    Rule.SUPERSEDED, speaker.head(past, proposed.item()).map(Item.Head::act), List.of()));
        return speaker.speak(word, leave, word.proposal());
    }

    private Consent.Leave leave(Round round, Proposal proposal) {
        return switch (word) {
            case Saying.Assented assented -> Consent.mayAssent(round, proposal, speaker.party(), assented.text());
            case Saying.Refused _ -> Consent.mayRefuse(round, proposal, speaker.party());
            case Saying.WithdrawalAsked _ -> Consent.mayAskToWithdraw(round, proposal, speaker.party());
        };
    }
}
