package acorde.web.returns;

import acorde.acts.Acts;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.exports.Exports;
import acorde.files.Files;
import acorde.groups.Groups;
import acorde.monitoring.Monitoring;
import acorde.offices.Offices;
import acorde.returns.Returns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of returns, every controller by its name. */
@Configuration(proxyBeanMethods = false)
@Import({ReturnsPages.class, ExportPages.class})
public class ReturnsConfiguration {
    @Bean
    Exports exports( // what can be taken away stands in these
            Acts acts, Compact compact, Monitoring monitoring, Groups groups, Founding founding) {
        return new Exports(acts, compact, monitoring, groups, founding);
    }

    @Bean
    Returns returns(Monitoring monitoring, Files files, Offices offices) {
        return new Returns(monitoring, files, offices);
    }
}
