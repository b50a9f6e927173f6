package acorde.web;

import acorde.offices.InventedPeople.Invented;
import acorde.offices.Office;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import java.util.List;

/** The people of the demonstration on the compact of 2019. All are invented. */
public final class DemoPeople {
    private static final Office COORDINATION = office("coordination", "Coordinación nacional", "National coordination");
    private static final Office GROUP_A1 =
            office("representative-a1", "Representación en la mesa técnica A1", "Representation in working group A1");
    private static final Office SUPERVISION =
            office("supervision", "Supervisión de protección de datos", "Data-protection supervision");
    private static final Office ADMINISTRATION =
            office("administration", "Administración del sistema", "System administration");
    private static final Office OBSERVATION = office("observation", "Observación", "Observation");

    private DemoPeople() {}

    /** Those of one party. @throws IllegalArgumentException if it is not a party of that compact */
    public static List<Invented> of(PartyCode party) {
        return switch (party.value()) {
            case "US" ->
                List.of(
                        new Invented("rosalind.veraza", "Rosalind Veraza Thorne", COORDINATION),
                        new Invented("abel.quintanar", "Abel Quintanar Reeve", GROUP_A1),
                        new Invented("inez.calloway", "Inez Calloway Montaño", SUPERVISION),
                        new Invented("dario.winfield", "Darío Winfield Soria", ADMINISTRATION),
                        new Invented("petra.lindqvist", "Petra Lindqvist Oropeza", OBSERVATION));
            case "GT" ->
                List.of(
                        new Invented("ixchel.tuyuc", "Ixchel Tuyuc Barillas", COORDINATION),
                        new Invented("rolando.cifuentes", "Rolando Cifuentes Sagüí", GROUP_A1),
                        new Invented("marta.xicay", "Marta Xicay Orellana", SUPERVISION),
                        new Invented("julian.barrondo", "Julián Barrondo Ajú", ADMINISTRATION),
                        new Invented("sofia.tezaguic", "Sofía Tezagüic Paniagua", OBSERVATION));
            case "HN" ->
                List.of(
                        new Invented("nadia.alvarenga", "Nadia Alvarenga Paz", COORDINATION),
                        new Invented("oscar.rendon", "Óscar Rendón Mejía", GROUP_A1),
                        new Invented("lidia.zuniga", "Lidia Zúniga Fortín", SUPERVISION),
                        new Invented("elmer.pineda", "Elmer Pineda Cálix", ADMINISTRATION),
                        new Invented("delmy.andino", "Delmy Andino Soto", OBSERVATION));
            case "SV" ->
                List.of(
                        new Invented("tomas.escobar", "Tomás Escobar Luna", COORDINATION),
                        new Invented("karla.menjivar", "Karla Menjívar Solís", GROUP_A1),
                        new Invented("rene.avelar", "René Avelar Portillo", SUPERVISION),
                        new Invented("irma.guevara", "Irma Guevara Chicas", ADMINISTRATION),
                        new Invented("walter.abrego", "Wálter Ábrego Mena", OBSERVATION));
            default -> throw new IllegalArgumentException("nobody is invented for " + party);
        };
    }

    private static Office office(String code, String inSpanish, String inEnglish) {
        return new Office(new OfficeCode(code), inSpanish, inEnglish);
    }
}
