package acorde.web.exchange;

import acorde.acts.Acts;
import acorde.compact.Compact;
import acorde.monitoring.Monitoring;
import acorde.offices.Offices;
import acorde.onward.Onward;
import acorde.requests.Requests;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of exchange, every controller by its name. */
@Configuration(proxyBeanMethods = false)
@Import({
    AlertPages.class,
    BroughtPages.class,
    LeavePages.class,
    MailboxPages.class,
    OnwardPages.class,
    RecallPages.class,
    RenewalPages.class,
    OutcomePages.class,
    ReportPages.class,
    SendingPages.class,
    TallyPages.class,
    WordPages.class
})
public class ExchangeConfiguration {
    @Bean
    Tracks tracks(Acts acts, Requests requests, Onward onward, Monitoring monitoring) {
        return new Tracks(acts.self(), requests, onward, monitoring);
    }

    @Bean
    ReportWords reportWords(Acts acts, Compact compact, Offices offices) {
        return new ReportWords(acts, compact, offices);
    }
}
