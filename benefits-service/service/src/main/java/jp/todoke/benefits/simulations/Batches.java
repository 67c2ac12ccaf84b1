package jp.todoke.benefits.simulations;

import jakarta.annotation.PreDestroy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.guard.Problem;
import jp.todoke.telemetry.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Answers many cases in the order of their lines, in memory that does not grow with their number: lines are computed in small parts on all
 * processors, and only a few parts are ahead of the one that is being sent. A case whose answer is long is computed when its turn comes and written
 * as it goes.
 */
@Component
final class Batches {
    private static final int LINES_OF_A_PART = 32;
    private static final int BYTES_OF_A_PART = 128 * 1024;
    private static final int PARTS_AHEAD_OF_EACH_PROCESSOR = 3;
    private static final int AT_ONCE = 4;
    private static final int BUSY = 503;
    private static final byte[] END_OF_LINE = {'\n'};
    private static final Logger log = LoggerFactory.getLogger(Batches.class);

    private final BatchLine lines;
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final ExecutorService workers = Executors.newFixedThreadPool(processors,
            Thread.ofPlatform().name("simulations-", 1).daemon().factory());
    private final Semaphore places = new Semaphore(AT_ONCE);

    Batches(BatchLine lines) {
        this.lines = lines;
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    /** When the client goes, the rest is not computed. */
    void answer(InputStream body, Tracing tracing, Destination destination) throws IOException {
        if (!places.tryAcquire()) {
            throw Problem.of(BUSY, "TOO_MANY_BATCHES", "ほかの一括試算を処理しています。しばらくしてからもう一度送信してください。");
        }
        try (SpooledLines spooled = SpooledLines.of(body, BatchLine.LONGEST)) {
            answer(spooled, tracing, destination.open());
        } catch (ClientGone gone) {
            log.info("a batch was abandoned by its client");
        } finally {
            places.release();
        }
    }

    /** Where the answers go; opened only once the request has been taken in, since until then it may still be refused as a whole. */
    interface Destination {
        OutputStream open() throws IOException;
    }

    private void answer(SpooledLines spooled, Tracing tracing, OutputStream out) throws IOException {
        Deque<Future<List<BatchLine.Answer>>> ahead = new ArrayDeque<>();
        try {
            boolean more = true;
            while (more || !ahead.isEmpty()) {
                while (more && ahead.size() < processors * PARTS_AHEAD_OF_EACH_PROCESSOR) {
                    List<byte[]> part = nextPart(spooled);
                    more = !part.isEmpty();
                    if (more) {
                        ahead.add(workers.submit(Work.carriedOn(() -> answered(part, tracing))));
                    }
                }
                if (!ahead.isEmpty()) {
                    write(ahead.remove(), out);
                }
            }
        } finally {
            ahead.forEach(part -> part.cancel(false));
        }
    }

    private static List<byte[]> nextPart(SpooledLines spooled) throws IOException {
        List<byte[]> part = new ArrayList<>(LINES_OF_A_PART);
        int bytes = 0;
        while (part.size() < LINES_OF_A_PART && bytes < BYTES_OF_A_PART) {
            byte[] line = spooled.next();
            if (line == null) {
                break;
            }
            part.add(line);
            bytes += line.length;
        }
        return part;
    }

    private List<BatchLine.Answer> answered(List<byte[]> part, Tracing tracing) {
        List<BatchLine.Answer> answers = new ArrayList<>();
        ByteArrayOutputStream shortOnes = new ByteArrayOutputStream(BYTES_OF_A_PART);
        for (byte[] line : part) {
            switch (lines.answer(line, tracing)) {
                case BatchLine.Written written -> {
                    shortOnes.writeBytes(written.json());
                    shortOnes.writeBytes(END_OF_LINE);
                }
                case BatchLine.Postponed postponed -> {
                    answers.add(new BatchLine.Written(shortOnes.toByteArray()));
                    shortOnes.reset();
                    answers.add(postponed);
                }
            }
        }
        answers.add(new BatchLine.Written(shortOnes.toByteArray()));
        return answers;
    }

    private static void write(Future<List<BatchLine.Answer>> part, OutputStream out) throws IOException {
        List<BatchLine.Answer> answers = result(part);
        try {
            for (BatchLine.Answer answer : answers) {
                switch (answer) {
                    case BatchLine.Written(byte[] json) -> out.write(json);
                    case BatchLine.Postponed postponed -> {
                        postponed.writeTo(out);
                        out.write(END_OF_LINE);
                    }
                }
            }
            out.flush();
        } catch (IOException | JacksonIOException e) {
            throw new ClientGone(e);
        }
    }

    /** Nobody reads any more: not a fault of ours. */
    private static final class ClientGone extends IOException {
        private static final long serialVersionUID = 1L;

        ClientGone(Exception cause) {
            super(cause);
        }
    }

    private static <T> T result(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a part of a batch failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped");
        }
    }
}
