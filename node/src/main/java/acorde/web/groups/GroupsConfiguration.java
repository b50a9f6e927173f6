package acorde.web.groups;

import acorde.acts.Acts;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.files.Files;
import acorde.finding.Finding;
import acorde.groups.Groups;
import acorde.monitoring.Monitoring;
import acorde.offices.Offices;
import acorde.web.Screen;
import acorde.web.desk.Procedures;
import acorde.web.desk.Tables;
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
    MinutesPages.class,
    CalendarPages.class
})
public class GroupsConfiguration {
    @Bean
    Brought brought( // what it looks at
            Acts acts, Compact compact, Monitoring monitoring, Founding founding, Procedures procedures) {
        return new Brought(acts, compact, monitoring, founding, procedures);
    }

    @Bean
    MeetingCalendar meetingCalendar(Founding founding) {
        return new MeetingCalendar(founding.compact());
    }

    @Bean
    Signing signing(Acts acts, Finding finding, Screen screen) {
        return new Signing(acts.self(), finding, screen);
    }

    @Bean
    Drawing drawing( // the parts it joins
            Acts acts,
            Groups groups,
            Founding founding,
            Tables tables,
            Procedures procedures,
            Offices offices,
            Files files) {
        return new Drawing(acts, groups, founding, tables, procedures, offices, files);
    }
}
