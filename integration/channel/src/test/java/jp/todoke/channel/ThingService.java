package jp.todoke.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.todoke.channel.testing.SettableClock;
import jp.todoke.contracts.Contract;
import jp.todoke.guard.CheckedBody;
import jp.todoke.guard.ETags;
import jp.todoke.guard.Idempotency;
import jp.todoke.guard.Problem;
import jp.todoke.tenancy.Tenant;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service that uses every part of the module: it adds things and tells the other service of each. */
@SpringBootApplication
class ThingService {

    record NewThing(String name, String kind, LocalDate madeOn, Integer weight, UUID owner) {}

    record Sender(String name) {}

    record Load(List<NewThing> things, Integer limit, Sender sender) {}

    @Bean
    Contract contract() {
        return Contract.of("specs/test/things.yaml", "specs/test/other.yaml", "specs/linkage/linkage.yaml");
    }

    @Bean
    Clock clock() {
        return new SettableClock();
    }

    @Bean
    StatusHandler statusHandler() {
        return new StatusHandler();
    }

    @RestController
    static class Things {
        private final ThingMapper things;
        private final Outbox outbox;
        private final Idempotency idempotency;

        Things(ThingMapper things, Outbox outbox, Idempotency idempotency) {
            this.things = things;
            this.outbox = outbox;
            this.idempotency = idempotency;
        }

        @PostMapping("/api/v1/things")
        @Transactional
        public ResponseEntity<ThingMapper.Thing> add(@RequestBody NewThing body) {
            Idempotency.Answer<ThingMapper.Thing> answer = idempotency.once("addThing", body, ThingMapper.Thing.class, () -> {
                ThingMapper.Thing added = things.add(Tenant.current().code(), body.name());
                outbox.send("application.status", body.kind(), Map.of("packageId", added.id(), "status", added.name()));
                if (body.name().equals("refused")) {
                    throw Problem.unprocessable("REFUSED_THING", "この名前は使えません。");
                }
                return new Idempotency.Answer<>(201, added, ETags.of(added.version()));
            });
            return ResponseEntity.status(answer.status()).eTag(answer.etag()).body(answer.body());
        }

        @GetMapping("/api/v1/things")
        @Transactional(readOnly = true)
        public List<String> list() {
            return things.names();
        }

        @GetMapping("/api/v1/things/{thingId}")
        @Transactional(readOnly = true)
        public ResponseEntity<ThingMapper.Thing> get(@PathVariable UUID thingId) {
            ThingMapper.Thing found = things.find(thingId);
            if (found == null) {
                throw Problem.notFound();
            }
            return ResponseEntity.ok().eTag(ETags.of(found.version())).body(found);
        }

        @PutMapping("/api/v1/things/{thingId}")
        @Transactional
        public ThingMapper.Thing rename(@PathVariable UUID thingId, @RequestHeader("If-Match") String ifMatch, @RequestBody NewThing body) {
            ThingMapper.Thing found = things.find(thingId);
            if (found == null) {
                throw Problem.notFound();
            }
            ETags.require(ifMatch, found.version());
            things.rename(thingId, body.name());
            return things.find(thingId);
        }

        /** Answers what it was given to look at, beside what the contract says against it. */
        @PostMapping("/api/v1/things:weigh")
        public Map<String, Object> weigh(@RequestBody Load load) {
            CheckedBody body = CheckedBody.current();
            return Map.of("read", load, "violations", body.violations(), "unknown", body.unknownFields());
        }

        @PostMapping("/api/v1/lines")
        public Map<String, Object> count(@RequestBody Resource lines) throws IOException {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(lines.getInputStream(), StandardCharsets.UTF_8))) {
                return Map.of("lines", reader.lines().count(), "streamed", !(lines instanceof ByteArrayResource));
            }
        }

        @PostMapping("/api/v1/archives")
        public int length(@RequestBody byte[] archive) {
            return archive.length;
        }

        @GetMapping("/api/v1/faults")
        public String fault() {
            throw new IllegalStateException("個人番号 621498320257 の処理に失敗");
        }
    }
}
