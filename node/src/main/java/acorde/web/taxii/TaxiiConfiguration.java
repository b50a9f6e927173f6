package acorde.web.taxii;

import acorde.acts.Acts;
import acorde.compact.CharterText;
import acorde.compact.Founding;
import acorde.stix.Names;
import acorde.stix.Stix;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** TAXII, every controller by its name. */
@Configuration(proxyBeanMethods = false)
@Import({TaxiiFaults.class, TaxiiPages.class, TaxiiObjects.class, TaxiiAdding.class})
public class TaxiiConfiguration {
    /** Parties are called as they were founded, in Spanish: one name stands in each object. */
    @Bean
    Stix stix(Acts acts, Founding founding) {
        var parties = founding.parties().stream()
                .collect(Collectors.toMap(
                        CharterText.Party::code, party -> party.name().es(), (one, _) -> one, TreeMap::new));
        return new Stix(new Names(acts.logs().charter().hash()), acts.self(), parties);
    }

    @Bean
    Collections collections(Stix stix, acorde.exchange.Exchange exchange) {
        return new Collections(stix.names(), exchange);
    }
}
