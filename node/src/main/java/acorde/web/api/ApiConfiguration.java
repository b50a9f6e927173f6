package acorde.web.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The interface for programs, every controller by its name. */
@Configuration(proxyBeanMethods = false)
@Import({
    Problems.class,
    ApiCompact.class,
    ApiMonitoring.class,
    ApiExports.class,
    ApiReturns.class,
    ApiProposals.class,
    ApiRelease.class,
    ApiPartners.class,
    ApiActs.class,
    ApiFiles.class,
    ApiSearch.class,
    ApiGroups.class,
    ApiSittings.class,
    ApiDrafts.class,
    ApiDocuments.class,
    ApiItems.class,
    ApiRequests.class,
    ApiOnward.class,
    OpenApi.class
})
public class ApiConfiguration {}
