package acorde.compact;

import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.List;

/**
 * That a text names something written down elsewhere.
 *
 * @param path where in the text, such as {@code claims[1].sources[0]}
 */
record Reference(String path, Target target, String code) {
    enum Target {
        AREA,
        SOURCE,
        /** A party, or a state that only takes part. */
        STATE
    }

    /** Everything a text names. */
    static List<Reference> of(ItemText text) {
        var found = new ArrayList<Reference>();
        switch (text) {
            case Initiative initiative -> of(initiative, found);
            case Instrument instrument -> of(instrument, found);
            case Meeting meeting -> {
                states("parties", meeting.parties(), found);
                sources("sources", meeting.sources(), found);
            }
            case Group group -> {
                if (group.area() != null) found.add(new Reference("area", Target.AREA, group.area()));
                states("parties", group.parties(), found);
                sources("sources", group.sources(), found);
            }
            case Event event -> sources("sources", event.sources(), found);
            case AreaIndicator indicator -> found.add(new Reference("area", Target.AREA, indicator.area()));
            case Area _, Source _, Thresholds _, PublicationTerms _, ReleaseRules _, CharterText _ -> {}
        }
        return found;
    }

    private static void of(Initiative initiative, List<Reference> found) {
        found.add(new Reference("area", Target.AREA, initiative.area()));
        states("parties", initiative.parties(), found);
        states("partners", initiative.partners(), found);
        for (var i = 0; i < initiative.promised().size(); i++)
            state("promised[" + i + "].by", initiative.promised().get(i).by(), found);
        var reported = initiative.reported();
        sources("sources", reported.sources(), found);
        claims(reported.claims(), found);
        for (var i = 0; i < reported.figures().size(); i++)
            state("figures[" + i + "].by", reported.figures().get(i).by(), found);
        var breach = reported.breachReported();
        if (breach != null) found.add(new Reference("breachReported.source", Target.SOURCE, breach.source()));
    }

    private static void of(Instrument instrument, List<Reference> found) {
        sources("sources", instrument.sources(), found);
        claims(instrument.claims(), found);
        for (var i = 0; i < instrument.signatories().size(); i++)
            state(
                    "signatories[" + i + "].party",
                    instrument.signatories().get(i).party(),
                    found);
        for (var i = 0; i < instrument.participants().size(); i++)
            sources(
                    "participants[" + i + "].sources",
                    instrument.participants().get(i).sources(),
                    found);
    }

    private static void claims(List<Claim> claims, List<Reference> found) {
        for (var i = 0; i < claims.size(); i++)
            sources("claims[" + i + "].sources", claims.get(i).sources(), found);
    }

    private static void sources(String path, List<String> codes, List<Reference> found) {
        for (var i = 0; i < codes.size(); i++)
            found.add(new Reference(path + "[" + i + "]", Target.SOURCE, codes.get(i)));
    }

    private static void states(String path, List<PartyCode> codes, List<Reference> found) {
        for (var i = 0; i < codes.size(); i++) state(path + "[" + i + "]", codes.get(i), found);
    }

    private static void state(String path, PartyCode code, List<Reference> found) {
        found.add(new Reference(path, Target.STATE, code.value()));
    }

    /** What to tell a person whose text names something unknown. */
    Bilingual unknown() {
        return switch (target) {
            case AREA -> new Bilingual("No hay ningún área «" + code + "».", "There is no area “" + code + "”.");
            case SOURCE ->
                new Bilingual(
                        "No hay ninguna fuente «" + code + "»: añádala a las fuentes o corrija el código.",
                        "There is no source “" + code + "”: add it to the sources or correct the code.");
            case STATE ->
                new Bilingual(
                        "«" + code + "» no es parte ni participante del acuerdo.",
                        "“" + code + "” is neither a party nor a participant of the compact.");
        };
    }
}
