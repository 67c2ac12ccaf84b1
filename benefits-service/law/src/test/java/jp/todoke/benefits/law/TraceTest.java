package jp.todoke.benefits.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final Article ARTICLE = Article.parse("児童手当法第6条第1項第1号");
    private static final Object NEVER_SHOWN = new Object() {
        @Override
        public String toString() {
            throw new AssertionError("formatted without a trace");
        }
    };

    @Test
    void withoutTracingNothingIsBuiltOrFormatted() {
        Trace none = Tracing.OFF.asking("問い", ARTICLE);

        assertSame(Trace.NONE, none);
        assertSame(none, none.given("事実", NEVER_SHOWN, "届出").given("事実", NEVER_SHOWN, ARTICLE).given("事実", Fact.known(NEVER_SHOWN, "届出"))
                .because(Trace.asking("下位の問い", ARTICLE)).because(List.of(none)).under(ARTICLE).concluding(NEVER_SHOWN)
                .concluding(NEVER_SHOWN, "円"));
        assertNull(new TraceBook().id(none));
        assertEquals(Map.of(), new TraceBook().traces());
    }

    @Test
    void nothingHangsBelowATraceThatWasNotAskedFor() {
        Trace trace = Tracing.ON.asking("問い", ARTICLE).because(Trace.NONE).because(List.of(Trace.NONE));

        assertEquals(List.of(), trace.children());
    }

    @Test
    void equalTracesShareOneIdAndOthersFollowInOrder() {
        var book = new TraceBook();
        Trace one = Tracing.ON.asking("一", ARTICLE).concluding(1, "人");

        assertEquals("t1", book.id(one));
        assertEquals("t2", book.id(Tracing.ON.asking("二", ARTICLE)));
        assertEquals("t1", book.id(Tracing.ON.asking("一", ARTICLE).concluding("1人")));
        assertEquals(List.of("t1", "t2"), List.copyOf(book.traces().keySet()));
    }
}
