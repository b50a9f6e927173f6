package acorde.web.imports;

import acorde.exchange.OfficeDrafts;
import acorde.imports.Imports;
import acorde.offices.Offices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of imports, every controller by its name. */
@Configuration(proxyBeanMethods = false)
@Import(ImportPages.class)
public class ImportsConfiguration {
    @Bean
    Imports imports(OfficeDrafts drafts, Offices offices) {
        return new Imports(drafts, offices.journal());
    }
}
