package acorde.web.taxii;

import acorde.acts.Busy;
import acorde.acts.DatabaseLost;
import acorde.acts.NodeStopping;
import acorde.offices.Journal;
import acorde.postgres.DatabaseUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.json.JsonMapper;

/** Makes error messages of TAXII of what goes wrong. They tell nothing of the inside. */
@RestControllerAdvice(basePackageClasses = TaxiiFaults.class)
final class TaxiiFaults {
    private static final Logger LOG = LoggerFactory.getLogger(TaxiiFaults.class);

    @ExceptionHandler(TaxiiFault.class)
    ResponseEntity<byte[]> refused(HttpServletRequest request, TaxiiFault fault) {
        return answer(request, fault);
    }

    @ExceptionHandler({
        Busy.class,
        NodeStopping.class,
        DatabaseLost.class,
        DatabaseUnavailable.class,
        DataAccessException.class,
        Journal.Lost.class
    })
    ResponseEntity<byte[]> busy(HttpServletRequest request) {
        return answer(request, TaxiiFault.of(503, words -> words.say("taxii.fault.busy")));
    }

    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<byte[]> fault(HttpServletRequest request, RuntimeException fault) {
        var reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("Fault {} while answering a program that speaks TAXII", reference, fault);
        return answer(request, TaxiiFault.of(500, words -> words.say("taxii.fault.failed", reference)));
    }

    private static ResponseEntity<byte[]> answer(HttpServletRequest request, TaxiiFault fault) {
        var answer = ResponseEntity.status(fault.status()).contentType(Taxii.TYPE);
        if (fault.status() == 503) answer.header(HttpHeaders.RETRY_AFTER, "1");
        return answer.body(JsonMapper.shared().writeValueAsBytes(fault.toJson(Taxii.words(request))));
    }
}
