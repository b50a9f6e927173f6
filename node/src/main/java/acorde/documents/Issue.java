package acorde.documents;

import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.compact.Founding;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Issues a paper for this party: what {@link DocumentsDuty} would reject is not said. */
record Issue(Founding founding, PartyCode party, OfficeCode office, Paper paper) implements Command<Rule> {
    /** Bytes of a body: an act has 1 MiB, and its envelope with 64 addressees some 1,000 bytes. */
    private static final int BODY = (1 << 20) - (1 << 12);

    @Override
    public Decision<Rule> decide(Past past, Instant now) {
        if (!DocumentsDuty.mayIssue(office.value())) return new Decision.Decline<>(Rule.OFFICE_MAY_NOT);
        if (!DocumentsDuty.knows(founding, party, paper.scope())) return new Decision.Decline<>(Rule.NOT_OF_THE_GROUP);
        if (!DocumentsDuty.mayBeOf(party, paper.scope())) return new Decision.Decline<>(Rule.NOT_YOUR_BRIEF);
        if (!paper.day().equals(LocalDate.ofInstant(now, ZoneOffset.UTC)))
            return new Decision.Decline<>(Rule.OTHER_DAY);
        if (Stream.concat(
                        paper.figures().stream().map(Figure::acts),
                        paper.sums().stream().map(Sum::acts))
                .anyMatch(behind -> behind.size() > Bodies.MOST_ACTS)) return new Decision.Decline<>(Rule.TOO_LONG);
        var body = Bodies.write(paper);
        if (body.toString().getBytes(StandardCharsets.UTF_8).length > BODY)
            return new Decision.Decline<>(Rule.TOO_LONG);
        var others = DocumentsDuty.readers(founding, party, paper.scope());
        // It names no act it depends on: the acts behind its figures may be thousands, and a paper holds without them.
        return new Decision.Say<>(List.of(new Draft(Documents.ISSUED, office.value(), others, List.of(), body)));
    }
}
