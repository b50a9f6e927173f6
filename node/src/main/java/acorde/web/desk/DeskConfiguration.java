package acorde.web.desk;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.finding.Finding;
import acorde.groups.Groups;
import acorde.monitoring.Monitoring;
import acorde.offices.Offices;
import acorde.publication.Publication;
import acorde.web.Margin;
import acorde.web.view.Frame;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the compact, every controller by its name. */
@Configuration(proxyBeanMethods = false)
@Import({
    HomePage.class,
    CompactPages.class,
    ProposalPages.class,
    ComposePages.class,
    ReleasePages.class,
    ItemPages.class,
    TermsPage.class,
    ProgressPages.class,
    OwnReportPages.class,
    IndicatorPages.class,
    OfflinePages.class,
    PartnersPage.class,
    OversightPage.class,
    ActPages.class,
    FilePages.class,
    FileParts.class,
    PublicPages.class,
    SearchPages.class,
    WorkPage.class
})
public class DeskConfiguration {
    @Bean
    Directory directory(Founding founding, Compact compact) {
        return new Directory(founding, compact::founding);
    }

    @Bean
    Telling telling(Acts acts) {
        return new Telling(acts::act);
    }

    @Bean
    Ledgers ledgers(Acts acts, Compact compact, Monitoring monitoring, Founding founding) {
        return new Ledgers(acts, compact, monitoring, founding);
    }

    @Bean
    Progress progress(Acts acts, Monitoring monitoring, Directory directory) {
        return new Progress(acts, monitoring, directory);
    }

    @Bean
    AreaIndicators areaIndicators(Monitoring monitoring) {
        return new AreaIndicators(monitoring);
    }

    @Bean
    OwnReports ownReports(Acts acts, Finding finding) {
        return new OwnReports(acts, finding);
    }

    @Bean
    Publication publication(Acts acts, Founding founding) {
        return Publication.of(founding, acts).ahead();
    }

    @Bean
    Saids saids(Acts acts, Offices offices, Directory directory) {
        return new Saids(acts, offices, directory);
    }

    @Bean
    Presence presence(Acts acts, Finding finding, Clock clock) {
        return new Presence(acts, finding, clock);
    }

    @Bean
    Waiting waiting(Acts acts) {
        return new Waiting(acts);
    }

    @Bean
    OfficePack officePack(Acts acts, Ledgers ledgers, Finding finding, Directory directory) {
        return new OfficePack(acts, ledgers, finding, directory);
    }

    @Bean
    Tables tables(Acts acts, Compact compact, Groups groups) {
        return new Tables(acts, compact, groups);
    }

    @Bean
    AboutInitiatives aboutInitiatives(Groups groups, Tables tables) {
        return new AboutInitiatives(groups, tables);
    }

    @Bean
    Procedures procedures(Groups groups, Monitoring monitoring, Tables tables) {
        return new Procedures(groups, monitoring, tables);
    }

    @Bean
    Margin margin(Acts acts, Ledgers ledgers, Directory directory, Verification verification) {
        var words = acts.logs().charter().words();
        return new Margin(
                () -> directory.body(acts.self()),
                () -> ledgers.read().awaiting(acts.self()),
                () -> new Frame.Foot(
                        new ActId(
                                        acts.self(),
                                        Math.max(
                                                0,
                                                acts.logs().state(acts.self()).size() - 1))
                                .toString(),
                        verification.last().map(Verification.Report::at).orElse(null),
                        directory.compact(),
                        words));
    }

    @Bean
    Verification verification(Acts acts, Clock clock) {
        return new Verification(acts, clock);
    }
}
