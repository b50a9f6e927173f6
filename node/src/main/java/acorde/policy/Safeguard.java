package acorde.policy;

import acorde.compact.Bilingual;
import acorde.policy.People.Flag;
import acorde.policy.Question.Done;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The rules of the core. No annex, role or configuration reaches them: they are asked beside every annex, and each can only take away. */
public enum Safeguard {
    /**
     * Invisible to the country of nationality or habitual residence of who seeks protection; its provider may name others, and the reason tells neither.
     * It holds of a party that is no known country, and of what is published, as of one that was named.
     */
    AS_1(
            "Quien lo da nombró países que no debe alcanzar nunca, y por aquí podría alcanzar uno.",
            "Its provider named countries it must never reach, and this way it could reach one."),
    /** Nor may that country take the flag away. */
    AS_2(
            "La parte de la que se oculta no puede quitar la marca de protección.",
            "The party it is hidden from cannot take the flag of protection away."),
    /** Where the country is not known, hidden from all but the creating party. */
    AS_3("Protege a una persona cuyo país no se conoce.", "It protects a person whose country is not known."),
    /** That somebody applied for protection is never shared. */
    AS_4("Nunca se comunica que alguien pidió protección.", "That somebody asked for protection is never shared."),
    /** Two officers open the identity of a child; the public sees it while an alert is active. */
    CH_1(
            "La identidad de una niña o un niño la abren dos personas a la vez; el público, solo durante una alerta.",
            "The identity of a child is opened by two officers together; to the public, only during an alert."),
    /** Gone with the consent. */
    HT_4("La persona retiró su consentimiento.", "The person withdrew consent."),
    /** No template by which a body is recognised. */
    BI_1(
            "Contiene una plantilla biométrica, y aquí no se guarda ninguna.",
            "It holds a biometric template, and none is ever kept here.");

    private static final Set<Safeguard> SECRET = EnumSet.of(AS_1, AS_2, AS_3, HT_4);
    private static final Set<Field> OF_A_CHILD = EnumSet.of(Field.IDENTITY, Field.PICTURE);

    private final Reason reason;

    Safeguard(String es, String en) {
        reason = new Reason(name().replace('_', '-'), new Bilingual(es, en));
    }

    /** Its id, such as {@code AS-1}, with its reason. */
    public Reason reason() {
        return reason;
    }

    /** Whether the very reason would tell what is to be hidden. */
    static boolean isSecret(Reason reason) {
        return SECRET.stream().anyMatch(one -> one.reason.equals(reason));
    }

    static boolean isTaken(String rule) {
        return of(rule).isPresent();
    }

    /** The reason of the safeguard of that id; empty if there is none. */
    static Optional<Reason> of(String rule) {
        return Arrays.stream(values())
                .map(Safeguard::reason)
                .filter(reason -> reason.rule().equals(rule))
                .findFirst();
    }

    /** What the core has against it. */
    static Objections against(Question question) {
        var objections = new Objections();
        protection(question, objections);
        child(question, objections);
        var content = question.facts().content();
        if (content.people().has(Flag.CONSENT_WITHDRAWN)) objections.whole(HT_4.reason);
        if (content.fields().contains(Field.BIOMETRIC)) objections.whole(BI_1.reason);
        return objections;
    }

    private static void protection(Question question, Objections objections) {
        var people = question.facts().content().people();
        var ours = isOurs(question);
        if (!ours) objections.parts(Set.of(Field.PROTECTION), AS_4.reason);
        if (!people.has(Flag.PROTECTION)) return;
        // Nobody can tell of a file whether it says so.
        if (!ours) objections.parts(Set.of(Field.ATTACHMENTS), AS_4.reason);
        // Everybody reads what is published, the country it is hidden from among them.
        var theirs = question.use() == Use.PUBLISH
                || Country.of(question.reader().party())
                        .map(people.hiddenFrom()::contains)
                        .orElse(true);
        var unknown = people.has(Flag.COUNTRY_UNKNOWN) && !ours;
        if (theirs && !people.hiddenFrom().isEmpty()) objections.whole(AS_1.reason);
        if (unknown) objections.whole(AS_3.reason);
        if ((theirs && !people.hiddenFrom().isEmpty() || unknown) && question.use() == Use.UNFLAG)
            objections.whole(AS_2.reason);
    }

    /** Whether it stays with the party that made it. */
    private static boolean isOurs(Question question) {
        return question.use() != Use.PUBLISH
                && question.reader().party().equals(question.facts().origin().party());
    }

    private static void child(Question question, Objections objections) {
        var content = question.facts().content();
        if (!content.people().has(Flag.CHILD)) return;
        var open = switch (question.use()) {
            // The two who will open it hold offices of the party it goes to, and a copy opens nothing.
            case DELIVER, BACK_UP, RAISE, LOWER, UNFLAG -> true;
            case OPEN, EXPORT, COURT -> question.moment().done().contains(Done.SECOND_OFFICER);
            case FIND, MAIL -> false;
            case PUBLISH -> content.alertActive();
        };
        if (!open) objections.parts(OF_A_CHILD, CH_1.reason);
        // A file may hold either and nobody can tell; where two would open it is not there yet, so it does not leave.
        if (!open || question.use() == Use.DELIVER) objections.parts(Set.of(Field.ATTACHMENTS), CH_1.reason);
    }
}
