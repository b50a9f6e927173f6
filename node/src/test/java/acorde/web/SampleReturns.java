package acorde.web;

import acorde.web.returns.ExportsView;
import acorde.web.returns.PreviewView;
import acorde.web.returns.ReturnsView;
import acorde.web.view.Frame;
import acorde.web.view.OfflineView;
import java.util.List;

/** Returns by spreadsheet, invented: to be begun, to be signed, and with cells to put right. */
final class SampleReturns {
    private static final String FILE = "informe-HN-2026-11-23 (EJERCICIO).xlsx";
    private static final String HASH = "9f2c6a1d4be0";

    private SampleReturns() {}

    static Object begin(Frame p) {
        return new ReturnsView("", List.of("HN/402", "HN/437"));
    }

    static Object declined(Frame p) {
        return new ReturnsView(p.say("file.refused.CONTENT"), List.of());
    }

    private static List<PreviewView.Change> changes(Frame p) {
        return List.of(
                new PreviewView.Change(
                        "A1-05",
                        "Consultas biométricas con respuesta",
                        List.of(
                                p.say("returns.state.from", "en marcha", "cumplida"),
                                p.say("returns.milestone", "M1", "18 nov 2026"),
                                p.say("returns.value", "31 oct 2026", "38 %", "Registro mensual"),
                                p.say("returns.evidence", "Acta", "https://example.org/" + "acta".repeat(40)))),
                new PreviewView.Change("A2-02", "Puestos", List.of(p.say("returns.state", "bloqueada: falta ley"))));
    }

    static Object preview(Frame p) {
        return new PreviewView(7, FILE, HASH, "", changes(p), 240, 12, 1_310, List.of(), 0, null);
    }

    static Object wrong(Frame p) {
        var faults = List.of(
                new PreviewView.Flaw(4, "Valor", "1.234", p.say("returns.fault.NUMBER_AMBIGUOUS")),
                new PreviewView.Flaw(19, "Base", "1 HN/404 90ab12cd34ef5678", p.say("returns.fault.NEWER_REPORT")),
                new PreviewView.Flaw(23, "Texto", "", p.say("returns.fault.FORMULA")));
        return new PreviewView(7, FILE, HASH, "", changes(p), 2, 12, 64, faults, 530, null);
    }

    static Object unread(Frame p) {
        var why = p.say("returns.unread.NOT_UTF8", "");
        return new PreviewView(7, FILE, HASH, why, List.of(), 0, 0, 0, List.of(), 0, null);
    }

    static Object offline(Frame p) {
        var version = "sha256:" + "9f2c6a1d".repeat(8);
        return new OfflineView(
                "0123456789abcdef",
                "Nadia Alvarenga, Coordinación",
                List.of(
                        new OfflineView.Promise(
                                "A1-05", "Consultas biométricas", version, "HN/404", "%", "Ningún dato de niñez."),
                        new OfflineView.Promise("A2-02", "Puestos", version, "", "", "")),
                12);
    }

    static Object exports(Frame p) {
        return new ExportsView("");
    }

    static Object exportsOfOne(Frame p) {
        return new ExportsView("A1-05");
    }

    static Object nothing(Frame p) {
        return new PreviewView(7, FILE, HASH, "", List.of(), 0, 12, 64, List.of(), 0, null);
    }
}
