package acorde.web.hooks;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The page of notices to systems, every controller by its name. */
@Configuration(proxyBeanMethods = false)
@Import(HooksPages.class)
public class HooksConfiguration {}
