package jp.todoke.local.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLineTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
            what                          ~ line                                                                                                                                         ~ shown
            objects within objects        ~ {"@timestamp":"2026-11-16T01:02:03.004Z","log":{"level":"INFO"},"message":"case opened","correlationId":"c-1","service":{"name":"benefits"}} ~ 10:02:03.004 INFO  gateway c-1 case opened
            members with dots             ~ {"@timestamp":"2026-11-16T01:02:03.004Z","log.level":"warn","message":"slow","service.name":"x"}                                             ~ 10:02:03.004 WARN  gateway - slow
            a time with an offset         ~ {"@timestamp":"2026-11-16T10:02:03.004567+09:00","log":{"level":"ERROR"},"message":"届"}                                                     ~ 10:02:03.004 ERROR gateway - 届
            no time, no level             ~ {"message":"only this"}                                                                                                                      ~ --:--:--.--- -     gateway - only this
            a time that is none           ~ {"@timestamp":"yesterday T","log":7,"message":"odd"}                                                                                         ~ --:--:--.--- -     gateway - odd
            JSON without a message        ~ {"a":1}                                                                                                                                      ~ {"a":1}
            JSON that is no object        ~ [1,2]                                                                                                                                        ~ [1,2]
            cut off                       ~ {"@timestamp":"2026-11-16T01:02                                                                                                              ~ {"@timestamp":"2026-11-16T01:02
            text                          ~ OpenJDK 64-Bit Server VM warning: sharing is off                                                                                             ~ OpenJDK 64-Bit Server VM warning: sharing is off
            an empty line                 ~ ``                                                                                                                                           ~ ``
            """)
    void readsLikeThis(String what, String line, String shown) {
        assertEquals(shown, LogLine.of("gateway", line).forPeople(false), what);
    }

    @Test
    void textNamesItsServiceAmongOthers() {
        assertEquals("gateway | plain", LogLine.of("gateway", "plain").forPeople(true));
    }

    @Test
    void aFaultShowsItsStack() {
        var line = LogLine.of("gateway",
                """
                        {"@timestamp":"2026-11-16T01:02:03Z","log":{"level":"ERROR"},"message":"failed","error":{"type":"X","stack_trace":"X\\n\\tat a.B\\n"}}""");

        assertEquals("10:02:03.000 ERROR gateway - failed\n    X\n    \tat a.B", line.forPeople(true));
    }

    @Test
    void tellsWhenItWasWritten() {
        assertEquals(Optional.of(Instant.parse("2026-11-16T01:02:03.004Z")),
                LogLine.of("launcher", "2026-11-16T10:02:03.004+09:00 INFO  a.B : started").at());
        assertEquals(Optional.empty(), LogLine.of("launcher", "\tat a.B(B.java:1)").at());
    }

    @Test
    void belongsToARequestByTheWholeOfItsId() {
        var line = LogLine.of("gateway", "{\"message\":\"c-1\",\"correlationId\":\"c-12\"}");

        assertTrue(line.isAbout("c-12"));
        assertFalse(line.isAbout("c-1"));
        assertTrue(LogLine.of("gateway", "request c-1 failed").isAbout("c-1"), "text has no member to look at");
    }
}
