package jp.todoke.telemetry;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Libraries log exceptions whose words quote what somebody sent; the log keeps the class and the place. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = WordlessLogTest.Faulty.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WordlessLogTest {
    private static final String MARKER = "鰐淵蘭丸介";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @SpringBootApplication
    @RestController
    static class Faulty {
        @Bean
        SecurityFilterChain open(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
        }

        @GetMapping("/fault")
        void fault() {
            throw new IllegalStateException("no such person: " + MARKER, new IllegalArgumentException(MARKER));
        }
    }

    @Test
    void ofAFaultThatTomcatLogs(CapturedOutput output) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/fault")).build(),
                    HttpResponse.BodyHandlers.discarding());
        }
        await().until(() -> output.getAll().contains("Servlet.service()"));
        JsonNode line = line(output, "Servlet.service()");
        assertEquals("java.lang.IllegalArgumentException", line.at("/error/type").asString());
        assertTrue(line.at("/error/stack_trace").asString().contains("WordlessLogTest$Faulty.fault"), line.toString());
        assertTrue(line.at("/error/message").isMissingNode());
        assertFalse(output.getAll().contains(MARKER));
    }

    @Test
    void ofARequestThatTomcatCannotRead(CapturedOutput output) throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(("GET /?name=" + MARKER + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            // Tomcat writes its line, if it writes one, before it answers.
            assertTrue(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1).startsWith("HTTP/1.1 400"));
        }
        assertFalse(output.getAll().contains(MARKER));
        assertFalse(output.getAll().contains(new String(MARKER.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
    }

    @Test
    void ofALineThatQuotesItsException(CapturedOutput output) {
        var fault = new IllegalStateException("outer " + MARKER, new IllegalArgumentException("inner " + MARKER));
        LoggerFactory.getLogger("org.apache.camel").error("Exhausted after delivery attempt: 1 caught: " + fault, fault);
        LoggerFactory.getLogger("org.example").warn("failed: {} in {}", fault.getMessage(), "a place", fault);

        assertTrue(line(output, "Exhausted").path("message").asString().endsWith("java.lang.IllegalStateException: […]"));
        assertEquals("failed: […] in a place", line(output, "failed").path("message").asString());
        assertFalse(output.getAll().contains(MARKER));
    }

    @Test
    void ofAThreadThatEnds(CapturedOutput output) throws Exception {
        Thread.ofVirtual().start(() -> {
            throw new IllegalStateException(MARKER);
        }).join();

        await().until(() -> output.getAll().contains("a thread ended"));
        assertFalse(output.getAll().contains(MARKER));
    }

    private static JsonNode line(CapturedOutput output, String part) {
        return JSON.readTree(output.getAll().lines().filter(line -> line.startsWith("{") && line.contains(part)).findFirst().orElseThrow());
    }
}
