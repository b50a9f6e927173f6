package acorde.web;

import acorde.exchange.Reports;
import acorde.imports.Candidate;
import acorde.imports.Imports;
import acorde.imports.Left;
import acorde.policy.Field;
import acorde.web.imports.ImportsView;
import acorde.web.view.Frame;
import java.util.Arrays;
import java.util.List;

/** A file of another system, before it is chosen and when it was looked at. */
final class SampleImports {
    private SampleImports() {}

    static Object begin(Frame p) {
        return new ImportsView("", 0, null);
    }

    static Object declined(Frame p) {
        return new ImportsView("imports.why.TOO_MANY_EVENTS", 3, null);
    }

    static Object event(Frame p) {
        var report = Reports.report(one -> one.parts.put(Field.TITLE, "EJERCICIO " + "largo".repeat(50)));
        var left = Arrays.stream(Left.Why.values())
                .map(why -> new Left("Object[12].Attribute[3]", "valor".repeat(40), why))
                .toList();
        var sharing = new Candidate.Sharing("3", "grupo".repeat(12), 240);
        var refused =
                List.of(new Left("Tag", "tlp:ex:chr", Left.Why.MARKING_UNKNOWN), new Left("", "", Left.Why.EMPTY));
        var candidates = List.of(
                new Candidate("0", "Event[0]", report, left, sharing),
                new Candidate("1", "Event[1]", null, refused, new Candidate.Sharing("", "", 0)));
        return new ImportsView("", 0, new ImportsView.Preview(Imports.Kind.MISP, "e30", candidates));
    }

    static Object table(Frame p) {
        var refused = List.of(new Left("PURPOSES", "Z9", Left.Why.PURPOSE));
        var candidates = List.of(
                new Candidate("0", "2", Reports.report(one -> {}), List.of(), null),
                new Candidate("1", "3", null, refused, null));
        return new ImportsView("", 0, new ImportsView.Preview(Imports.Kind.CSV, "e30", candidates));
    }
}
