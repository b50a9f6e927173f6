package acorde.web.paper;

import acorde.acts.Acts;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.groups.Groups;
import acorde.web.Screen;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of papers, every controller by its name. */
@Configuration(proxyBeanMethods = false)
@Import({PaperPages.class, CheckPage.class})
public class PaperConfiguration {
    @Bean
    PaperWords paperWords(Acts acts, Compact compact, Groups groups, Founding founding) {
        return new PaperWords(acts, compact, groups, founding);
    }

    @Bean
    Printing printing(Screen screen) {
        return new Printing(new Pdf(), screen);
    }
}
