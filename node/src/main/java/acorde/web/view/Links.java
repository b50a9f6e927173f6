package acorde.web.view;

import acorde.web.words.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Every address a page links to, in one place; the controllers map these. */
// longer than a file should be: every address of the pages in one list
public final class Links {
    public static final String HOME = "/";
    public static final String NEWS = "/news";
    public static final String COMPACT = "/compact";
    public static final String SEARCH = "/search";
    public static final String SUGGESTIONS = "/search/suggestions";
    public static final String VIEWS = "/search/views";
    public static final String WORK = "/work";
    public static final String CLIMBING = "/climbing";
    public static final String COMPACT_CSV = "/compact.csv";
    public static final String PROPOSALS = "/proposals";
    public static final String COMPOSE = "/proposals/new";
    public static final String GROUPS = "/groups";
    public static final String CALENDAR = "/calendar";
    public static final String NEW_GROUP = "/groups/new";
    public static final String MANDATE = "/groups/mandate";
    public static final String TERMS = "/terms";
    public static final String RELEASE = "/release";
    public static final String NEW_RELEASE = "/release/new";
    public static final String EXCHANGE = "/exchange";
    public static final String NEW_REPORT = "/exchange/new";
    public static final String IMPORT = "/exchange/import";
    public static final String PARTNERS = "/partners";
    public static final String OVERSIGHT = "/oversight";
    public static final String VERIFY = "/oversight/verification";
    public static final String OFFICES = "/offices";
    public static final String RETURNS = "/returns";
    public static final String OFFLINE = "/offline";
    public static final String EXPORTS = "/exports";
    public static final String FILES = "/files";
    public static final String PARTS = FILES + "/parts";
    public static final String NOTICES = "/me/notices";
    public static final String WEBHOOKS = "/webhooks";
    public static final String TOKENS = "/me/tokens";
    public static final String PASSWORD = "/me/password";
    public static final String SIGN_IN = "/sign-in";
    public static final String SIGN_OUT = "/sign-out";
    public static final String DEMO = "/demo";
    public static final String DOCUMENTS = "/documents";
    public static final String CHECK = "/check";
    public static final String PUBLIC = "/public";
    public static final String PUBLIC_CSV = "/public/compact.csv";
    public static final String PUBLIC_JSON = "/public/compact.json";
    public static final String PUBLIC_PROOF = "/public/log.tlog-proof";

    private static final Map<String, String> VERSIONS = new ConcurrentHashMap<>();
    private static final int VERSION_DIGITS = 10;

    private Links() {}

    public static String area(String code) {
        return COMPACT + "#" + code;
    }

    /** The compact as filtered, from one initiative on. */
    public static String compactFrom(CompactView.Filter filter, String code) {
        return COMPACT + "?q=" + query(filter.q()) + "&area=" + query(filter.area()) + "&party=" + query(filter.party())
                + "&consent=" + query(filter.consent()) + "&due=" + query(filter.due()) + "&from=" + query(code);
    }

    public static String climbingFrom(String code) {
        return CLIMBING + "?from=" + query(code);
    }

    public static String publicFrom(String code) {
        return PUBLIC + "?from=" + query(code);
    }

    /** The list of ended proposals after one of them. */
    public static String proposalsAfter(String id) {
        return PROPOSALS + "?after=" + query(id);
    }

    public static String initiative(String code) {
        return "/initiatives/" + code;
    }

    /** The minister's brief of a party as it stands. */
    public static String brief(String party) {
        return DOCUMENTS + "/brief/" + party;
    }

    /** The report of an area as it stands. */
    public static String areaReport(String code) {
        return DOCUMENTS + "/area/" + code;
    }

    /** What a group did, from the usual day on. */
    public static String groupReport(String code) {
        return DOCUMENTS + "/group/" + code;
    }

    /** The draft of what ministers say together after a meeting. @param of the group and the meeting, as a scope names them */
    public static String communique(String of) {
        return DOCUMENTS + "/communique/" + of;
    }

    /** @param act that issued the paper, such as GT/203 */
    public static String issued(String act) {
        return DOCUMENTS + "/issued/" + act;
    }

    public static String pdf(String act) {
        return issued(act) + "/pdf";
    }

    public static String check(String code) {
        return CHECK + "?code=" + query(code);
    }

    /** An indicator of an area, with the forms by which a party gives its values. */
    public static String indicator(String code) {
        return "/indicators/" + code;
    }

    public static String indicatorValues(String code) {
        return indicator(code) + "/values";
    }

    public static String indicatorCorrection(String code) {
        return indicator(code) + "/correction";
    }

    /** The forms by which a party says what became of an initiative. */
    public static String progress(String code) {
        return initiative(code) + "/progress";
    }

    /** The same; the report that was begun, as it would be signed. */
    public static String progressReview(String code) {
        return progress(code) + "?review=yes";
    }

    public static String progressReport(String code) {
        return progress(code) + "/report";
    }

    public static String progressWord(String code) {
        return progress(code) + "/word";
    }

    public static String progressCorrection(String code) {
        return progress(code) + "/correction";
    }

    public static String progressAssessment(String code) {
        return progress(code) + "/assessment";
    }

    public static String progressLink(String code) {
        return progress(code) + "/link";
    }

    /** @param id the proposal's act, such as HN/401 */
    public static String proposal(String id) {
        return "/proposals/" + id;
    }

    public static String answer(String id) {
        return proposal(id) + "/answer";
    }

    /** @param seen what the open page shows */
    public static String voices(String id, String seen) {
        return proposal(id) + "/voices?seen=" + query(seen);
    }

    public static String withdrawal(String id) {
        return proposal(id) + "/withdrawal";
    }

    public static String amend(String code) {
        return COMPOSE + "?amends=" + code;
    }

    /** Where a proposal is written. @param amends what it changes; empty for a new initiative. @param draft which new one. @param review what was kept, before it is signed */
    public static String compose(String amends, String draft, boolean review) {
        return COMPOSE
                + (amends.isEmpty() ? "?draft=" + draft : "?amends=" + query(amends))
                + (review ? "&review=yes" : "");
    }

    /** Where an area, the charter, thresholds or the calendar of publication is written. @param of the code of the area that is changed; else empty. @param draft which new area. @param review what was kept of it */
    public static String newText(String kind, String of, String draft, boolean review) { // which form
        var fields = new LinkedHashMap<String, String>();
        fields.put("of", of);
        fields.put("draft", draft);
        fields.put("review", review ? "yes" : "");
        var asked = fields(fields);
        return COMPOSE + "/" + kind + (asked.isEmpty() ? "" : "?" + asked);
    }

    public static String newText(String kind, String of) {
        return newText(kind, of, "", false);
    }

    /** Where a new indicator of an area is begun, beside others that were. */
    public static String newIndicator(String area) {
        return newText("indicator", "", "new", false) + "&area=" + query(area);
    }

    /** Where an item stands, as lists name it; empty for what has no page. */
    public static String item(String name) {
        var parts = name.split("/", 2);
        if (parts.length == 1) return initiative(name);
        return switch (parts[0]) {
            case "area" -> area(parts[1]);
            case "indicator" -> indicator(parts[1]);
            case "group" -> group(parts[1]);
            case "release" -> RELEASE;
            case "charter", "thresholds", "publication" -> TERMS + "#" + parts[0];
            default -> "";
        };
    }

    /** Where a report is written. @param draft which one. @param review what was kept of it */
    public static String newReport(String draft, boolean review) {
        return NEW_REPORT + "?draft=" + draft + (review ? "&review=yes" : "");
    }

    /** What a program of the office brought. */
    public static String brought(String name) {
        return EXCHANGE + "/brought/" + name;
    }

    /** A mailbox. @param after behind what it begins; empty for the newest */
    public static String mailbox(boolean sent, String after) {
        var way = EXCHANGE + (sent ? "?way=sent" : "");
        return after.isEmpty() ? way : way + (sent ? "&" : "?") + "after=" + query(after);
    }

    /** @param id the act that carries it, such as SV/17 */
    public static String report(String id) {
        return EXCHANGE + "/" + id;
    }

    /** How requests came out. */
    public static String tally() {
        return EXCHANGE + "/requests";
    }

    /** Whether alerts of this node are real. */
    public static final String ALERTS = "/exchange/alerts";

    /** Where a report that nobody asked for is written. */
    public static String tell() {
        return NEW_REPORT + "?draft=new";
    }

    /** Where an alert is written. */
    public static String warn() {
        return NEW_REPORT + "?draft=new&turn=warns";
    }

    /** An alert as a file. @param purpose for which it is open @param read the seal of its restriction; empty if it has none */
    public static String cap(String id, String purpose, String read) {
        return report(id) + "/cap.xml?" + open(purpose, "read", read);
    }

    /** Where a file of something exchanged is taken away. @param number of the act's files, from 0 */
    public static String reportFile(String id, int number, String purpose, String read) {
        return report(id) + "/files/" + number + "?" + open(purpose, "read", read);
    }

    private static String open(String purpose, String name, String seal) {
        return "purpose=" + query(purpose) + (seal.isEmpty() ? "" : "&" + name + "=" + query(seal));
    }

    /** Where a request is written. */
    public static String ask() {
        return NEW_REPORT + "?draft=new&turn=asks";
    }

    /** Where an answer is written. @param id the request */
    public static String answering(String id) {
        return NEW_REPORT + "?draft=new&answers=" + query(id);
    }

    /** Where something is said of a request beside an answer. @param id the request */
    public static String word(String id) {
        return report(id) + "/word";
    }

    /** The same, with what is to be said chosen. */
    public static String word(String id, String kind) {
        return word(id) + "?kind=" + kind;
    }

    /** Where it is said what came of a copy. @param purpose for which it is open @param seal of its restriction; empty if it has none */
    public static String outcome(String id, String purpose, String seal) {
        return report(id) + "/outcome?" + open(purpose, "seal", seal);
    }

    /** Where it is seen who has it by whose leave, and asked that another have it. @param purpose and {@code seal} as it is open */
    public static String onward(String id, String purpose, String seal) {
        return report(id) + "/onward?" + open(purpose, "seal", seal);
    }

    /** Where leave is given or refused. @param id the act that asks for it */
    public static String leave(String id) {
        return EXCHANGE + "/wishes/" + id;
    }

    /** Where its day of review is set anew. @param id the whole */
    public static String renewal(String id) {
        return report(id) + "/renewal";
    }

    public static String recall(String id) {
        return report(id) + "/recall";
    }

    /** @param id the act, such as GT/203 */
    public static String act(String id) {
        return "/acts/" + id;
    }

    public static String raw(String id) {
        return act(id) + "/raw";
    }

    public static String proof(String id) {
        return act(id) + "/proof";
    }

    /** What can be taken away. @param code of one initiative; empty for all */
    public static String exports(String code) {
        return code.isEmpty() ? EXPORTS : EXPORTS + "?code=" + query(code);
    }

    /** @param file such as accounts.csv */
    public static String export(String file, String code) {
        return EXPORTS + "/" + file + (code.isEmpty() ? "" : "?code=" + query(code));
    }

    /** @param upload the number of a return that lies ready */
    public static String preview(long upload) {
        return RETURNS + "/" + upload;
    }

    /** Where somebody is told that a return was said. */
    public static String returned(String first, String last) {
        return RETURNS + "?first=" + query(first) + "&last=" + query(last) + "#said";
    }

    /** @param number which of the act's files, from 0 */
    public static String file(String act, int number) {
        return FILES + "/" + act + "/" + number;
    }

    /** @param upload the number of a file that lies ready */
    public static String dropFile(long upload) {
        return FILES + "/" + upload + "/drop";
    }

    public static String dropPart(String key) {
        return PARTS + "/" + key + "/drop";
    }

    /** The lists of a group's page, as their leaves and their places are named. */
    public static final String MEETINGS = "meetings";

    public static final String PROCEDURES = "procedures";
    public static final String ACTIONS = "actions";

    /** One leaf of a list of a group's page. @param leaf from 1 */
    public static String leaf(String code, String list, int leaf) {
        return group(code) + "?" + list + "=" + leaf + "#" + list;
    }

    public static String group(String code) {
        return GROUPS + "/" + code;
    }

    public static String mandate(String code) {
        return group(code) + "/mandate";
    }

    /** Where a mandate is written. @param code empty for a new group. @param draft which new one. @param review what was kept of it */
    public static String mandate(String code, String draft, boolean review) {
        return code.isEmpty()
                ? NEW_GROUP + "?draft=" + draft + (review ? "&review=yes" : "")
                : mandate(code) + (review ? "?review=yes" : "");
    }

    public static String handover(String code) {
        return group(code) + "/handover";
    }

    public static String handoverPdf(String code) {
        return handover(code) + "/pdf";
    }

    public static String groupCalendar(String code) {
        return group(code) + "/calendar.ics";
    }

    /** @param secret under which a calendar program reads somebody's meetings */
    public static String calendar(String secret) {
        return "/calendars/" + secret + ".ics";
    }

    /** @param id the act that begins a meeting or a written procedure, such as HN/402 */
    public static String sitting(String id) {
        return "/sittings/" + id;
    }

    /** @param act that put a decision in it */
    public static String decision(String id, String act) {
        return sitting(id) + "#d-" + act.replace('/', '-');
    }

    /** @param what the part of a sitting a form is for */
    public static String sitting(String id, String what) {
        return sitting(id) + "/" + what;
    }

    public static String agenda(String id) {
        return sitting(id, "agenda");
    }

    public static String minutes(String id) {
        return sitting(id, "minutes");
    }

    public static String agendaPdf(String id) {
        return agenda(id) + "/pdf";
    }

    /** @param version the act that put these minutes; empty for the draft */
    public static String minutesPdf(String id, String version) {
        return minutes(id) + "/pdf" + (version.isEmpty() ? "" : "?version=" + query(version));
    }

    /** @param version the act that put these minutes */
    public static String minutes(String id, String version) {
        return minutes(id) + "?version=" + query(version);
    }

    /** @param seen what the open page shows */
    public static String live(String id, String seen) {
        return sitting(id, "live") + "?seen=" + query(seen);
    }

    /** Where a decision is asked for in writing. */
    public static String calls(String code) {
        return group(code) + "/calls";
    }

    public static String circulars(String code) {
        return group(code) + "/circulars";
    }

    /** Where a decision or minutes are answered. @param act that put them */
    public static String answer(String id, String act) {
        return sitting(id, "words") + "?to=" + query(act);
    }

    /** The two signed checkpoints of a partner that do not agree. */
    public static String fork(String party) {
        return PARTNERS + "/" + party + "/fork";
    }

    /** The name under which a proof is saved: HN-401.tlog-proof. */
    public static String proofFile(String id) {
        return id.replace('/', '-') + ".tlog-proof";
    }

    /** The same page in another language: the path with {@code lang} set, whatever it said before. */
    public static String inLanguage(String path, Language language) {
        int mark = path.indexOf('?');
        StringBuilder address = new StringBuilder(mark < 0 ? path : path.substring(0, mark)).append('?');
        if (mark >= 0) {
            for (String pair : path.substring(mark + 1).split("&", -1)) {
                if (!pair.isEmpty() && !pair.startsWith("lang="))
                    address.append(pair).append('&');
            }
        }
        return address.append("lang=").append(language.code()).toString();
    }

    public static String removal(long view) {
        return VIEWS + "/" + view + "/removal";
    }

    /** Fields of a form as an address has them, those that are empty left out. */
    public static String fields(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + query(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A file of ours with a version in its address, so that browsers may keep it for ever. */
    public static String asset(String name) {
        return "/" + name + "?v=" + VERSIONS.computeIfAbsent(name, Links::version);
    }

    private static String version(String name) {
        String file = "/static/" + name;
        try (InputStream in = Objects.requireNonNull(Links.class.getResourceAsStream(file), file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.readAllBytes();
            return HexFormat.of()
                    .formatHex(digesting.getMessageDigest().digest())
                    .substring(0, VERSION_DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
