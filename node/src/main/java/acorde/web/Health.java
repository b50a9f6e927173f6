package acorde.web;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells whoever watches over the node that its pages are served; nothing else. */
@Controller
final class Health {
    @GetMapping(path = "/health", produces = "text/plain;charset=utf-8")
    ResponseEntity<String> health() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body("ready\n");
    }
}
