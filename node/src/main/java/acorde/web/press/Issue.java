package acorde.web.press;

import acorde.publication.Account;
import acorde.publication.Edition;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be published.
 *
 * @param day the date of the edition
 * @param logs what the account derives from
 * @param exercise whether everybody in it is invented, which every page then says
 */
public record Issue(Account account, LocalDate day, SortedMap<PartyCode, Edition.Log> logs, boolean exercise) {
    public Issue {
        logs = Collections.unmodifiableSortedMap(new TreeMap<>(logs));
    }
}
