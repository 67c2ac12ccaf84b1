package jp.todoke.local.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The heap that another JVM uses, garbage included, looked at five times a second by the JDK's {@code jstat}. */
final class HeapWatch implements AutoCloseable {
    private static final List<String> USED = List.of("S0U", "S1U", "EU", "OU");
    private static final int KILOBYTES = 1024;
    private final Process jstat;
    private final Thread reader;
    private volatile long peakKilobytes;
    private volatile long lowestKilobytes = Long.MAX_VALUE;

    HeapWatch(long pid) throws IOException {
        jstat = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jstat").toString(), "-gc", Long.toString(pid), "200")
                .redirectErrorStream(true).start();
        reader = Thread.ofPlatform().daemon().name("heap-watch").start(this::read);
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(jstat.getInputStream(), StandardCharsets.US_ASCII))) {
            List<String> columns = List.of();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = List.of(line.strip().split(" +"));
                if (cells.contains("EU")) {
                    columns = cells;
                } else if (cells.size() == columns.size()) {
                    long used = used(columns, cells);
                    peakKilobytes = Math.max(peakKilobytes, used);
                    lowestKilobytes = Math.min(lowestKilobytes, used);
                }
            }
        } catch (IOException e) {
            // jstat was ended: that is how the watch ends.
        }
    }

    private static long used(List<String> columns, List<String> cells) {
        return USED.stream().mapToLong(column -> {
            String cell = cells.get(columns.indexOf(column));
            return cell.matches("[0-9]+(\\.[0-9]+)?") ? Long.parseLong(cell.replaceAll("\\..*", "")) : 0;
        }).sum();
    }

    long peakMegabytes() {
        return peakKilobytes / KILOBYTES;
    }

    /** What was in use at the least since this was asked last: little more than what lives. */
    long lowestMegabytes() {
        long lowest = lowestKilobytes;
        lowestKilobytes = Long.MAX_VALUE;
        return lowest == Long.MAX_VALUE ? 0 : lowest / KILOBYTES;
    }

    @Override
    public void close() {
        jstat.destroy();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
