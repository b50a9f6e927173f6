package acorde.web.api;

import acorde.acts.Busy;
import acorde.acts.DatabaseLost;
import acorde.acts.NodeStopping;
import acorde.acts.NotKnown;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.json.JsonMapper;

/** Makes problems of RFC 9457 of what goes wrong while a program is answered. It tells nothing of the inside. */
@RestControllerAdvice(basePackageClasses = Problems.class)
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler(Problem.class)
    ResponseEntity<byte[]> refused(Problem problem) {
        return answer(problem);
    }

    @ExceptionHandler({Busy.class, NodeStopping.class, DatabaseLost.class, DataAccessException.class})
    ResponseEntity<byte[]> busy() {
        return answer(
                Problem.of(503, "Busy", "The node cannot take this now; nothing was said. Try again in a moment."));
    }

    @ExceptionHandler(NotKnown.class)
    ResponseEntity<byte[]> notKnown() {
        return answer(
                Problem.of(
                        504,
                        "Not known",
                        "The node did not learn in time whether this was said. Look at /api/v1/acts before you send it again."));
    }

    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<byte[]> fault(RuntimeException fault) {
        var reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("Fault {} while answering a program", reference, fault);
        return answer(
                Problem.of(500, "The node failed", "Tell the node's administrator the reference " + reference + "."));
    }

    private static ResponseEntity<byte[]> answer(Problem problem) {
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == 503) answer.header(HttpHeaders.RETRY_AFTER, "1");
        return answer.body(JsonMapper.shared().writeValueAsBytes(problem.toJson()));
    }
}
