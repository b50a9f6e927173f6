package acorde.web.exchange;

import acorde.acts.Acts;
import acorde.compact.Compact;
import acorde.offices.Offices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of exchange, every controller by its name. */
@Configuration(proxyBeanMethods = false)
@Import({MailboxPages.class, RecallPages.class, ReportPages.class, SendingPages.class})
public class ExchangeConfiguration {
    @Bean
    ReportWords reportWords(Acts acts, Compact compact, Offices offices) {
        return new ReportWords(acts, compact, offices);
    }
}
