package acorde.web;

import acorde.acts.Busy;
import acorde.acts.DatabaseLost;
import acorde.acts.NodeStopping;
import acorde.acts.NotKnown;
import acorde.web.desk.DeskConfiguration;
import acorde.web.exchange.ExchangeConfiguration;
import acorde.web.groups.GroupsConfiguration;
import acorde.web.hooks.HooksConfiguration;
import acorde.web.imports.ImportsConfiguration;
import acorde.web.mail.MailConfiguration;
import acorde.web.paper.PaperConfiguration;
import acorde.web.returns.ReturnsConfiguration;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What an officer is told when the node could not take what they said, or does not know whether it did. */
@ControllerAdvice(
        basePackageClasses = {
            DeskConfiguration.class,
            GroupsConfiguration.class,
            ExchangeConfiguration.class,
            PaperConfiguration.class,
            ReturnsConfiguration.class,
            MailConfiguration.class,
            HooksConfiguration.class,
            ImportsConfiguration.class
        },
        assignableTypes = {SignIn.class, Me.class, OfficesPages.class, PublishedLog.class, Health.class})
final class Interruptions {
    @ExceptionHandler({Busy.class, NodeStopping.class, DatabaseLost.class})
    void nothingWasSaid(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    @ExceptionHandler(NotKnown.class)
    void notKnown(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_GATEWAY_TIMEOUT);
    }
}
