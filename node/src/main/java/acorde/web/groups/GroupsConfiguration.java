package acorde.web.groups;

import acorde.acts.Acts;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.groups.Groups;
import acorde.offices.Offices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of groups, every controller by its name. */
@Configuration(proxyBeanMethods = false)
@Import({
    GroupPages.class,
    MandatePages.class,
    SittingPages.class,
    SittingForms.class,
    AgendaPages.class,
    MinutesPages.class
})
public class GroupsConfiguration {
    @Bean
    Tables tables(Acts acts, Compact compact, Groups groups) {
        return new Tables(acts, compact, groups);
    }

    @Bean
    Drawing drawing(Acts acts, Groups groups, Founding founding, Tables tables, Offices offices) { // the parts it joins
        return new Drawing(acts, groups, founding, tables, offices);
    }
}
