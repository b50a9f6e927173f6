package acorde.web.returns;

import acorde.files.Files;
import acorde.monitoring.Monitoring;
import acorde.offices.Offices;
import acorde.returns.Returns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of returns, every controller by its name. */
@Configuration(proxyBeanMethods = false)
@Import(ReturnsPages.class)
public class ReturnsConfiguration {
    @Bean
    Returns returns(Monitoring monitoring, Files files, Offices offices) {
        return new Returns(monitoring, files, offices);
    }
}
