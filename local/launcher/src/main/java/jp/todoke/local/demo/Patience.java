package jp.todoke.local.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks again until there is an answer, or until it has lasted too long. */
public record Patience(Duration limit, Duration pause) {
    /** @throws IllegalStateException after the limit, naming what was waited for */
    public <T> T await(String what, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(what + " did not happen within " + limit.toSeconds() + " s");
            }
            waitABit();
        }
    }

    private void waitABit() {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
