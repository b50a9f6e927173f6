package acorde.web.mail;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of notices, every controller by its name. */
@Configuration(proxyBeanMethods = false)
@Import(NoticesPages.class)
public class MailConfiguration {}
