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
import java.util.Collections;
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
        return List.of(new RowKey<>(OnwardRows.ANSWER, to()), new RowKey<>(OnwardRows.WITHDRAWN, asked()));
    }

    @Override
    default Decision<Rule> decide(Past past, Instant now) {
        if (!Cover.maySpeak(office().value())) return new Decision.Decline<>(Rule.OFFICE_MAY_NOT);
        if (past.row(OnwardRows.ANSWER, to()).isPresent()
                || past.row(OnwardRows.WITHDRAWN, asked()).isPresent())
            return new Decision.Decline<>(Rule.ANSWERED_ALREADY);
        return say(past);
    }

    /** As many entries as for anything else that is said, whoever has what. */
    private static Decision<Rule> said(OfficeCode office, List<Draft> told, SortedSet<PartyCode> others) {
        var drafts = new ArrayList<>(told);
        var blanks = Cover.of(office, List.of(), others);
        drafts.addAll(blanks.subList(drafts.size(), blanks.size()));
        return new Decision.Say<>(drafts);
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
        public List<RowKey<?, ?>> reads() {
            var reads = new ArrayList<>(Answering.super.reads());
            reads.addAll(ready.reads());
            return reads;
        }

        @Override
        public Decision<Rule> say(Past past) {
            if (!ready.holds(past)) return new Decision.Decline<>(Rule.LEAVE_MOVED);
            var both = new TreeSet<>(List.of(asked().party(), granted.to()));
            var drafts = new ArrayList<Draft>();
            drafts.add(
                    new Draft(OnwardDuty.GRANTED, office.value(), both, List.of(asked()), OnwardText.write(granted)));
            if (!ready.isHeld(past)) drafts.add(ready.copy());
            return said(office, drafts, others);
        }
    }

    /** To who asked without a ground, which an act to nobody keeps for this party: one alone that is told would tell whom it hides (AS-1). */
    record Refuse(
            OfficeCode office,
            PartyCode self,
            ActId asked,
            Wish.Ground ground,
            SortedSet<PartyCode> others) // what is said, to whom
            implements Answering {
        @Override
        public Decision<Rule> say(Past past) {
            var after = List.of(asked);
            var refused = new Draft(
                    OnwardDuty.REFUSED, office.value(), Cover.only(asked.party()), after, OnwardText.write(asked));
            var noted = new Draft(
                    OnwardDuty.NOTED,
                    office.value(),
                    Collections.emptySortedSet(),
                    after,
                    OnwardText.write(new OnwardText.Noted(asked, ground)));
            return said(office, List.of(refused, noted), others);
        }
    }
}
