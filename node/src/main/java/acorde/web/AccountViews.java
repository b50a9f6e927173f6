package acorde.web;

import acorde.offices.Account;
import acorde.offices.Holding;
import acorde.offices.Office;
import acorde.offices.OfficeCode;
import acorde.offices.Person;
import acorde.offices.Token;
import acorde.web.words.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the pages of sign-in and administration show. */
public final class AccountViews {
    private AccountViews() {}

    /**
     * The change of one's own password.
     *
     * @param account what one signs in with, so that password keepers know which password changes
     * @param due whether it must be changed before anything else
     * @param declined the key of the sentence that says why it was not; empty at first
     */
    public record PasswordView(String account, boolean due, String declined) {}

    /**
     * One's own tokens and offices.
     *
     * @param secret a new token, shown this once; empty otherwise
     */
    public record TokensView(
            Office office, List<Office> held, List<Token> tokens, String secret, String declined, Instant now) {
        public TokensView {
            held = List.copyOf(held);
            tokens = List.copyOf(tokens);
        }

        /** The office by which a token acts; its code if the reader holds it no more. */
        public String office(Token token, Language language) {
            return held.stream()
                    .filter(one -> one.code().equals(token.office()))
                    .map(one -> language == Language.ES ? one.inSpanish() : one.inEnglish())
                    .findFirst()
                    .orElse(token.office().value());
        }
    }

    /**
     * An account before it is closed.
     *
     * @param offices that the person holds today
     * @param tokens keys for programs that end with it
     */
    public record ClosingView(Person person, String account, List<Office> offices, List<Token> tokens) {
        public ClosingView {
            offices = List.copyOf(offices);
            tokens = List.copyOf(tokens);
        }
    }

    /**
     * Offices, people, holdings, accounts, tokens: all an administrator keeps.
     *
     * @param secret a new password, shown this once; empty otherwise
     */
    public record OfficesView(
            List<Office> offices,
            List<Person> people,
            List<Holding> holdings,
            List<Account> accounts,
            List<Token> tokens,
            LocalDate today,
            String secret,
            String declined) { // eight parts: the page has five lists
        public OfficesView {
            offices = List.copyOf(offices);
            people = List.copyOf(people);
            holdings = List.copyOf(holdings);
            accounts = List.copyOf(accounts);
            tokens = List.copyOf(tokens);
        }

        /** The name of a person. */
        public String name(Person.Id id) {
            return people.stream()
                    .filter(person -> person.id().equals(id))
                    .map(Person::name)
                    .findFirst()
                    .orElse("?");
        }

        public Optional<Account> account(Person.Id id) {
            return accounts.stream()
                    .filter(account -> account.person().equals(id))
                    .findFirst();
        }

        /** Those of an office, the newest first. */
        public List<Holding> of(OfficeCode office) {
            return holdings.stream()
                    .filter(holding -> holding.office().equals(office))
                    .toList()
                    .reversed();
        }
    }

    /**
     * Something that was not done.
     *
     * @param status of HTTP
     * @param key of the sentences that say what and what to do next
     * @param roles the roles that may, if it is a matter of roles
     */
    public record RefusalView(int status, String key, List<String> roles) {
        public RefusalView {
            roles = List.copyOf(roles);
        }
    }
}
