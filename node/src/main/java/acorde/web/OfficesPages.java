package acorde.web;

import acorde.offices.Change;
import acorde.offices.Holding;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.offices.Person;
import acorde.offices.Rule;
import acorde.offices.Secret;
import acorde.offices.Term;
import acorde.offices.Token;
import acorde.web.AccountViews.ClosingView;
import acorde.web.AccountViews.OfficesView;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an administrator keeps: offices, people, who holds what, accounts, tokens. */
@Controller
final class OfficesPages {
    private final Offices offices;
    private final Screen screen;

    OfficesPages(Offices offices, Screen screen) {
        this.offices = offices;
        this.screen = screen;
    }

    @GetMapping("/offices")
    ResponseEntity<String> all(HttpServletRequest request) {
        return page(request, 200, "", "");
    }

    private ResponseEntity<String> page(HttpServletRequest request, int status, String secret, String declined) {
        var view = new OfficesView(
                offices.offices(),
                offices.people(),
                offices.holdings(),
                offices.accounts(),
                offices.liveTokens(),
                offices.today(),
                secret,
                declined);
        return screen.page(request, status, "account/offices", view);
    }

    private ResponseEntity<String> after(HttpServletRequest request, Change<?> change) {
        return switch (change) {
            case Change.Done<?>(Secret secret) -> page(request, 200, secret.reveal(), "");
            case Change.Done<?> _ -> SignIn.seeOther("/offices");
            case Change.Declined<?>(var why) -> page(request, 422, "", Me.key(why));
        };
    }

    private ResponseEntity<String> declined(HttpServletRequest request, Rule why) {
        return page(request, 422, "", Me.key(why));
    }

    private ResponseEntity<String> forPerson(
            HttpServletRequest request, long person, Function<Person.Id, Change<?>> change) {
        return Person.Id.read(person)
                .map(id -> after(request, change.apply(id)))
                .orElseGet(() -> declined(request, Rule.UNKNOWN_PERSON));
    }

    @PostMapping("/offices")
    ResponseEntity<String> addOffice( // the fields of the form
            HttpServletRequest request,
            @AuthenticationPrincipal Officer by,
            @RequestParam String code,
            @RequestParam String spanish,
            @RequestParam String english) {
        return after(request, offices.addOffice(by, code, spanish, english));
    }

    @PostMapping("/offices/people")
    ResponseEntity<String> addPerson(
            HttpServletRequest request, @AuthenticationPrincipal Officer by, @RequestParam String name) {
        return after(request, offices.addPerson(by, name));
    }

    @PostMapping("/offices/holdings")
    ResponseEntity<String> beginHolding( // the fields of the form
            HttpServletRequest request,
            @AuthenticationPrincipal Officer by,
            @RequestParam long person,
            @RequestParam String office,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {
        var code = OfficeCode.read(office);
        if (code.isEmpty()) return declined(request, Rule.UNKNOWN_OFFICE);
        return forPerson(request, person, id -> offices.beginHolding(by, id, code.get(), new Term(from, to)));
    }

    @PostMapping("/offices/holdings/{holding}/end")
    ResponseEntity<String> endHolding(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer by,
            @PathVariable long holding,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
        return after(request, offices.endHolding(by, holding, day));
    }

    @PostMapping("/offices/holdings/{holding}/hand-over")
    ResponseEntity<String> handOver( // the fields of the form
            HttpServletRequest request,
            @AuthenticationPrincipal Officer by,
            @PathVariable long holding,
            @RequestParam long successor,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
        return forPerson(request, successor, id -> offices.handOver(by, holding, id, day));
    }

    @PostMapping("/offices/accounts")
    ResponseEntity<String> openAccount(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer by,
            @RequestParam long person,
            @RequestParam String account) {
        return forPerson(request, person, id -> offices.openAccount(by, id, account));
    }

    @PostMapping("/offices/accounts/{person}/password")
    ResponseEntity<String> resetPassword(
            HttpServletRequest request, @AuthenticationPrincipal Officer by, @PathVariable long person) {
        return forPerson(request, person, id -> offices.resetPassword(by, id));
    }

    @PostMapping("/offices/accounts/{person}/close")
    ResponseEntity<String> closeAccount(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer by,
            @PathVariable long person,
            @RequestParam(defaultValue = "") String step) {
        var closing = closing(person);
        return step.isEmpty() && closing.isPresent()
                ? screen.page(request, 200, "account/closing", closing.get())
                : forPerson(request, person, id -> offices.closeAccount(by, id));
    }

    /** Whose account is to be closed, and what ends with it; empty where there is none that is open. */
    private Optional<ClosingView> closing(long person) {
        return Person.Id.read(person)
                .flatMap(id -> offices.accounts().stream()
                        .filter(account -> account.person().equals(id) && account.closed() == null)
                        .findFirst())
                .flatMap(account -> offices.people().stream()
                        .filter(one -> one.id().equals(account.person()))
                        .findFirst()
                        .map(one -> new ClosingView(
                                one,
                                account.name(),
                                offices.holdings().stream()
                                        .filter(holding -> holding.person().equals(one.id())
                                                && holding.term().holds(offices.today()))
                                        .map(Holding::office)
                                        .flatMap(code -> offices.offices().stream()
                                                .filter(office -> office.code().equals(code)))
                                        .toList(),
                                offices.liveTokens().stream()
                                        .filter(token -> token.owner().equals(one.id()))
                                        .toList())));
    }

    @PostMapping("/offices/accounts/{person}/reopen")
    ResponseEntity<String> reopenAccount(
            HttpServletRequest request, @AuthenticationPrincipal Officer by, @PathVariable long person) {
        return forPerson(request, person, id -> offices.reopenAccount(by, id));
    }

    @PostMapping("/offices/tokens/{token}/revoke")
    ResponseEntity<String> revokeToken(
            HttpServletRequest request, @AuthenticationPrincipal Officer by, @PathVariable String token) {
        return Token.Id.read(token)
                .map(id -> after(request, offices.revokeToken(by, id)))
                .orElseGet(() -> declined(request, Rule.UNKNOWN_TOKEN));
    }
}
