package acorde.documents;

import acorde.acts.Act;
import acorde.acts.Applied;
import acorde.acts.Duty;
import acorde.acts.Past;
import acorde.compact.Founding;
import acorde.offices.OfficeCode;
import acorde.offices.Role;
import acorde.postgres.RowChange;
import acorde.postgres.Table;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes rows of issued papers. Whether an act breaks a rule is found in the act alone, so the order of arrival is of no account. */
final class DocumentsDuty implements Duty {
    private final Founding founding;

    DocumentsDuty(Founding founding) {
        this.founding = founding;
    }

    @Override
    public String schema() {
        return "documents";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Documents.ISSUED);
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(DocumentRows.ISSUED);
    }

    @Override
    public Applied apply(Past past, Act act) {
        var read = Bodies.read(act.body());
        var broken = brokenBy(act, read);
        if (broken.isPresent() || read.isEmpty())
            return Applied.rejected(act, broken.orElse(Rule.MALFORMED).name());
        var issued = new Issued(act.id(), act.office(), act.at(), read.get().paper());
        var place = DocumentRows.Place.of(issued.listing());
        return Applied.accepted(List.of(new RowChange.Put<>(DocumentRows.ISSUED, act.id(), place)));
    }

    private Optional<Rule> brokenBy(Act act, Optional<Bodies.Read> read) {
        if (!mayIssue(act.office())) return Optional.of(Rule.OFFICE_MAY_NOT);
        if (read.isEmpty()) return Optional.of(Rule.MALFORMED);
        var paper = read.get().paper();
        if (!knows(founding, act.by(), paper.scope())) return Optional.of(Rule.NOT_OF_THE_GROUP);
        if (!isToAll(act, paper.scope())) return Optional.of(Rule.NOT_TO_ALL);
        if (!paper.day().equals(LocalDate.ofInstant(act.at(), ZoneOffset.UTC))) return Optional.of(Rule.OTHER_DAY);
        if (!mayBeOf(act.by(), paper.scope())) return Optional.of(Rule.NOT_YOUR_BRIEF);
        return paper.digest().equals(read.get().digest()) ? Optional.empty() : Optional.of(Rule.OTHER_DIGEST);
    }

    /** Whom a paper is issued to: all others, but that what a group did is told to its parties alone. */
    static TreeSet<PartyCode> readers(Founding founding, PartyCode by, Scope scope) {
        var readers = new TreeSet<>(scope.group().map(founding::concerned).orElse(founding.codes()));
        readers.remove(by);
        return readers;
    }

    private boolean isToAll(Act act, Scope scope) {
        var readers = readers(founding, act.by(), scope);
        return scope.group().isPresent() ? act.to().equals(readers) : act.to().containsAll(readers);
    }

    /** Whether a party is one of those of the group, if a paper is of one. */
    static boolean knows(Founding founding, PartyCode party, Scope scope) {
        return scope.group().map(founding::concerned).orElse(founding.codes()).contains(party);
    }

    static boolean mayIssue(String office) {
        var role = OfficeCode.read(office).flatMap(Role::of).orElse(null);
        return role == Role.COORDINATOR || role == Role.REPRESENTATIVE;
    }

    /** A party speaks for its own minister and no other; of an area it may say how it stands. */
    static boolean mayBeOf(PartyCode party, Scope scope) {
        return scope.kind() != Scope.Kind.BRIEF || scope.equals(Scope.brief(party));
    }
}
