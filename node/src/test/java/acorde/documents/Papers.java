package acorde.documents;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.compact.Indicator;
import acorde.compact.ItemKey;
import acorde.compact.Proposal;
import acorde.compact.Round;
import acorde.compact.Stood;
import acorde.compact.Word;
import acorde.monitoring.Account;
import acorde.monitoring.Agreed;
import acorde.monitoring.AreaFigures;
import acorde.monitoring.Facts;
import acorde.monitoring.Light;
import acorde.monitoring.Report;
import acorde.monitoring.Rung;
import acorde.monitoring.Watched;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** How a made-up compact of four parties stands, put together by hand. */
final class Papers {
    static final PartyCode GT = new PartyCode("GT");
    static final PartyCode HN = new PartyCode("HN");
    static final PartyCode SV = new PartyCode("SV");
    static final LocalDate TODAY = LocalDate.parse("2026-11-25");
    static final LocalDate DUE = LocalDate.parse("2026-10-01");
    private static final LocalDate SINCE = LocalDate.parse("2026-09-01");
    static final Hash VERSION = Hash.of(new byte[Hash.SIZE]);
    private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

    private final List<Standing.Promise> promises = new ArrayList<>();
    private final List<Stood> open = new ArrayList<>();

    static TreeSet<PartyCode> parties(PartyCode... parties) {
        return new TreeSet<>(List.of(parties));
    }

    static ActId act(String id) {
        return ActId.parse(id);
    }

    static Agreed agreed(String code, boolean dated, PartyCode... obliged) {
        var owers = parties(obliged);
        List<Agreed.Step> steps = dated ? List.of(new Agreed.Step(Agreed.WHOLE, DUE, owers)) : List.of();
        return new Agreed(
                code,
                code.substring(0, 2),
                VERSION,
                new Agreed.Since(new TreeSet<>(List.of(SINCE)), new TreeSet<>()),
                owers,
                parties(GT, HN, SV),
                steps,
                null);
    }

    static Facts silence() {
        return new Facts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    static Light late(PartyCode party, Rung rung) {
        return new Light(
                Light.Colour.LATE,
                new Light.Why.Overdue(party, Agreed.WHOLE, DUE),
                List.of(new Light.Climb(
                        party, new Light.Why.Overdue(party, Agreed.WHOLE, DUE), rung, DUE.plusDays(1), null)));
    }

    static Light calm() {
        return new Light(Light.Colour.ON_TRACK, new Light.Why.NothingAmiss(null), List.of());
    }

    static Light done() {
        return new Light(Light.Colour.DONE, new Light.Why.Confirmed(), List.of());
    }

    /** An initiative whose text the act at {@code index} of Guatemala's log carries. */
    Papers with(Watched watched, int index) {
        promises.add(new Standing.Promise(watched, new ActId(GT, index)));
        return this;
    }

    Papers with(String code, Light light, int index, PartyCode... obliged) { // an initiative in short
        return with(new Watched(agreed(code, true, obliged), silence(), light), index);
    }

    /** An initiative on which Honduras reported and El Salvador said otherwise. */
    Papers disputed(String code, int index) {
        var spoken = new Account.Spoken(act("HN/" + index), AT);
        var latest = new Account.Latest(spoken, VERSION, Report.State.IN_PROGRESS, null, new TreeMap<>(), List.of());
        var words = new TreeMap<PartyCode, Account.Word>();
        words.put(SV, new Account.Word(new Account.Spoken(act("SV/" + index), AT), spoken.act(), false));
        words.put(GT, new Account.Word(new Account.Spoken(act("GT/" + (index + 500)), AT), spoken.act(), true));
        var accounts = new TreeMap<PartyCode, Account>();
        accounts.put(HN, new Account(latest, null, words));
        var light = new Light(Light.Colour.AT_RISK, new Light.Why.Disputed(SV, HN, act("SV/" + index)), List.of());
        return with(
                new Watched(agreed(code, true, HN, GT), new Facts(accounts, new TreeMap<>(), new TreeMap<>()), light),
                index);
    }

    /** A proposal of El Salvador to change an initiative, which Guatemala has not answered. */
    Papers proposed(String code, int index) {
        var proposal = new Proposal(
                act("SV/" + index),
                AT.plusSeconds(index),
                VERSION,
                parties(GT, SV),
                new TreeMap<>(java.util.Map.of(SV, new Word.Assent(act("SV/" + index)))),
                null);
        open.add(new Stood(
                new Round.Key(ItemKey.initiative(code), VERSION),
                1,
                proposal,
                Stood.State.OPEN,
                List.of(),
                null,
                List.of()));
        return this;
    }

    Standing standing() {
        return standing(Optional.empty());
    }

    Standing standing(Optional<Doings> doings) {
        return new Standing(TODAY, promises, open, Optional.empty(), doings);
    }

    Standing reversed() {
        return new Standing(TODAY, promises.reversed(), open.reversed(), Optional.empty(), Optional.empty());
    }

    Paper brief(PartyCode party) {
        return Composing.compose(Scope.brief(party), standing());
    }

    Paper area(String code) {
        return Composing.compose(Scope.area(code), standing());
    }

    /** Of an area in which this was measured. */
    Paper area(String code, AreaFigures measured) {
        return Composing.compose(
                Scope.area(code), new Standing(TODAY, promises, open, Optional.of(measured), Optional.empty()));
    }

    /** An initiative that is measured. */
    Papers measured(String code, int index) {
        var agreed = agreed(code, true, GT);
        var unit = new Bilingual("casos", "cases");
        var kind = Indicator.Kind.OUTPUT;
        var indicator = new Indicator(unit, unit, kind, null, null, null, null, null, true, Indicator.Counted.THINGS);
        var with = new Agreed(
                code,
                agreed.area(),
                VERSION,
                agreed.since(),
                agreed.obliged(),
                agreed.parties(),
                agreed.steps(),
                indicator);
        return with(new Watched(with, silence(), calm()), index);
    }

    static int value(Paper paper, Figure.Name name) {
        return paper.figure(name).orElseThrow().value();
    }

    static List<String> acts(Paper paper, Figure.Name name) {
        return paper.figure(name).orElseThrow().acts().stream()
                .map(ActId::toString)
                .toList();
    }
}
