package jp.todoke.local.demo;

import java.io.Console;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Works through many items, a few at a time, and shows how far it is. */
final class Meter {
    private static final int AT_A_TIME = 4;
    private static final int BAR = 30;
    private final PrintStream out;
    private final boolean terminal;

    Meter(PrintStream out) {
        this.out = out;
        Console console = System.console();
        this.terminal = console != null && console.isTerminal() && out == System.out;
    }

    void say(String line) {
        out.println(line);
    }

    /** The answers in the order of the items; the first failure ends it. */
    <T, R> List<R> each(String what, Collection<T> items, Function<T, R> work) {
        var done = new AtomicInteger();
        long begun = System.nanoTime();
        show(what, 0, items.size());
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<R>> answers = items.stream().map(item -> pool.submit(() -> {
                R answer = work.apply(item);
                show(what, done.incrementAndGet(), items.size());
                return answer;
            })).toList();
            List<R> all = answers.stream().map(Meter::get).toList();
            long tenths = (System.nanoTime() - begun) / 100_000_000;
            out.println((terminal ? "\r" : "") + "  " + Width.left(what, 26) + Width.right(all.size() + "件", 7) + "  "
                    + tenths / 10 + "." + tenths % 10 + "秒" + " ".repeat(terminal ? BAR : 0));
            return all;
        }
    }

    private synchronized void show(String what, int done, int total) {
        if (terminal && total > 0) {
            int filled = BAR * done / total;
            out.print("\r  " + Width.left(what, 26) + "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] " + done + "/" + total);
            out.flush();
        }
    }

    private static <R> R get(Future<R> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
