package jp.todoke.gateway;

import java.util.Map;
import jp.todoke.telemetry.IssuerKeys;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the product is there, for anybody who asks: one word. What it depends on shows on the management port only. */
@RestController
final class PublicHealth {
    private final HealthEndpoint health;

    PublicHealth(HealthEndpoint health) {
        this.health = health;
    }

    @GetMapping("/actuator/health")
    ResponseEntity<Map<String, String>> health() {
        var readiness = health.healthForPath("readiness");
        Status status = readiness == null ? Status.UNKNOWN : readiness.getStatus();
        HttpStatus code = Status.UP.equals(status) || IssuerKeys.DEGRADED.equals(status) ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(code).header("Cache-Control", "no-store")
                .body(Map.of("status", code.is2xxSuccessful() ? "UP" : "DOWN"));
    }
}
