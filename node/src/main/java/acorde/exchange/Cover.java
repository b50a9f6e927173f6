package acorde.exchange;

import acorde.acts.Act;
import acorde.acts.Acts;
import acorde.acts.Draft;
import acorde.offices.OfficeCode;
import acorde.offices.Role;
import acorde.trust.PartyCode;
import acorde.trust.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/** How what is meant for one party is said: with an entry for each other one that says nothing to nobody, so that the log does not tell whose it is. */
public final class Cover {
    /** Those who open what is exchanged also send it, take it back, ask and answer. */
    private static final Set<Role> SPEAK =
            EnumSet.of(Role.COORDINATOR, Role.REPRESENTATIVE, Role.LIAISON, Role.ANALYST, Role.PROTECTION_OFFICER);

    private Cover() {}

    /** Whether an office says anything of what is exchanged. @param office its code, as an act has it */
    public static boolean maySpeak(String office) {
        return OfficeCode.read(office).flatMap(Role::of).filter(SPEAK::contains).isPresent();
    }

    /**
     * What is told, with blanks for those who are told nothing.
     *
     * @param told each to one of the others
     * @param others all other parties of the compact
     */
    public static List<Draft> of(OfficeCode office, List<Draft> told, SortedSet<PartyCode> others) {
        var drafts = new ArrayList<Draft>();
        for (var party : others) {
            var ofParty =
                    told.stream().filter(draft -> draft.to().contains(party)).toList();
            drafts.addAll(ofParty.isEmpty() ? List.of(blank(office)) : ofParty);
        }
        return drafts;
    }

    /** Whether an act says nothing to nobody. */
    public static boolean isBlank(Act act) {
        return act.kind().equals(ExchangeDuty.BLANK);
    }

    /** All other parties of the compact. */
    public static SortedSet<PartyCode> others(Acts acts) {
        return acts.logs().charter().places().stream()
                .map(Place::party)
                .filter(party -> !party.equals(acts.self()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static SortedSet<PartyCode> only(PartyCode party) {
        return new TreeSet<>(List.of(party));
    }

    private static Draft blank(OfficeCode office) {
        return new Draft(
                ExchangeDuty.BLANK,
                office.value(),
                Collections.emptySortedSet(),
                List.of(),
                JsonNodeFactory.instance.objectNode());
    }
}
