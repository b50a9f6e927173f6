package acorde.onward;

import acorde.acts.ActId;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.exchange.Cover;
import acorde.exchange.GivingOn;
import acorde.offices.OfficeCode;
import acorde.onward.OnwardRows.To;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Says to a wish what an office of the provider decided, once. Either way the log has one entry for each other party. */
sealed interface Answering extends Command<Rule> {
    OfficeCode office();

    /** The act that asks. */
    ActId asked();

    PartyCode self();

    private To to() {
        return new To(asked(), self());
    }

    @Override
    default List<RowKey<?, ?>> reads() {
        return List.of(new RowKey<>(OnwardRows.ANSWER, to()));
    }

    @Override
    default Decision<Rule> decide(Past past, Instant now) {
        if (!Cover.maySpeak(office().value())) return new Decision.Decline<>(Rule.OFFICE_MAY_NOT);
        if (past.row(OnwardRows.ANSWER, to()).isPresent()) return new Decision.Decline<>(Rule.ANSWERED_ALREADY);
        return say(past);
    }

    Decision<Rule> say(Past past);

    /**
     * Leave, said to who asked and to who has it by that; in the same stretch the copy of the latter, unless it has one.
     *
     * @param ready what is given, and whether that still holds
     * @param others all other parties of the compact
     */
    record Grant(
            OfficeCode office,
            PartyCode self,
            OnwardText.Granted granted,
            GivingOn.Ready ready,
            SortedSet<PartyCode> others) // what is said, to whom, and on what it rests
            implements Answering {
        @Override
        public ActId asked() {
            return granted.asked();
        }

        @Override
        public Decision<Rule> say(Past past) {
            if (!ready.holds().test(past)) return new Decision.Decline<>(Rule.LEAVE_MOVED);
            var both = new TreeSet<>(List.of(asked().party(), granted.to()));
            var drafts = new ArrayList<Draft>();
            drafts.add(
                    new Draft(OnwardDuty.GRANTED, office.value(), both, List.of(asked()), OnwardText.write(granted)));
            drafts.addAll(ready.copy());
            // As many entries as for anything else that is said, whoever has what.
            var blanks = Cover.of(office, List.of(), others);
            drafts.addAll(blanks.subList(drafts.size(), blanks.size()));
            return new Decision.Say<>(drafts);
        }
    }

    record Refuse(
            OfficeCode office,
            PartyCode self,
            ActId asked,
            Wish.Ground ground,
            SortedSet<PartyCode> others) // what is said, to whom
            implements Answering {
        @Override
        public Decision<Rule> say(Past past) {
            var draft = new Draft(
                    OnwardDuty.REFUSED,
                    office.value(),
                    Cover.only(asked.party()),
                    List.of(asked),
                    OnwardText.write(new OnwardText.Refused(asked, ground)));
            return new Decision.Say<>(Cover.of(office, List.of(draft), others));
        }
    }
}
