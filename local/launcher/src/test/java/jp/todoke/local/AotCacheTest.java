package jp.todoke.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.todoke.local.processes.AotCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    private static final Set<String> SERVICES = Set.of("benefits-service", "gateway", "integration", "national-doubles");
    @TempDir
    private Path root;
    private StubRepository repository;
    private Places places;

    @BeforeEach
    void makeRepository() throws Exception {
        repository = StubRepository.in(root);
        places = repository.places();
    }

    @Test
    void theSecondStartUsesWhatTheFirstLeftAndOnlyWhatFits() throws Exception {
        try (var system = LocalSystem.start(Options.of(places), _ -> {
        })) {
            assertEquals(Set.of(), withCache(system), "the first start has none");
            system.prepareNextStart();
        }
        try (var system = LocalSystem.start(Options.of(places), _ -> {
        })) {
            assertEquals(SERVICES, withCache(system));
            assertEquals("", complaints());
        }
        truncate(cacheOf("gateway"));
        Path otherJvm = cacheOf("integration/routes");
        Files.move(otherJvm, otherJvm.resolveSibling("000000000000-" + Files.size(otherJvm) + ".aot"));
        try (var system = LocalSystem.start(Options.of(places), _ -> {
        })) {
            assertEquals(Set.of("benefits-service", "national-doubles"), withCache(system));
            assertEquals("", complaints());
            system.prepareNextStart();
        }
        for (String module : List.of("gateway", "integration/routes")) {
            assertEquals(1, caches(module).size(), "made anew, and the unfit one is gone");
        }
    }

    @Test
    void aCacheServesTheOptionsItWasMadeFor() throws Exception {
        Path jar = places.jar("gateway", "gateway");
        var made = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
        Path cache = AotCache.of(jar, made).fileOf(3);
        Files.writeString(cache, "abc");

        assertEquals(cache, AotCache.of(jar, List.of("-XX:+UseSerialGC", "-Xmx64m", "-Da=b")).file().orElseThrow());
        assertTrue(AotCache.of(jar, List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders")).file().isEmpty());
        assertTrue(AotCache.of(jar, List.of("-XX:+UseG1GC")).file().isEmpty());
        Files.writeString(cache, "ab");
        assertTrue(AotCache.of(jar, made).file().isEmpty(), "cut off");
    }

    @Test
    void aStopDuringARehearsalLeavesNeitherProcessNorHalfACache() throws Exception {
        repository.neverEndBenefits();
        CompletableFuture<Void> preparing;
        try (var system = LocalSystem.start(Options.of(places), _ -> {
        })) {
            preparing = CompletableFuture.runAsync(system::prepareNextStart, Thread::startVirtualThread);
            awaitRehearsalOf("benefits-service");
        }
        preparing.join();
        assertEquals(List.of(), ours());
        try (var files = Files.list(places.jar("benefits-service/service", "benefits-service").getParent())) {
            assertEquals(List.of(), files.filter(file -> file.getFileName().toString().matches("rehearsal[0-9]+|.*aot")).toList());
        }
    }

    private void awaitRehearsalOf(String module) throws InterruptedException {
        var never = new CountDownLatch(1);
        long deadline = System.nanoTime() + 120_000_000_000L;
        while (ours().stream().noneMatch(command -> command.contains("-XX:AOTCacheOutput=" + root.resolve(module)))) {
            assertTrue(System.nanoTime() < deadline, "no rehearsal began");
            never.await(50, TimeUnit.MILLISECONDS);
        }
    }

    private List<String> ours() {
        return ProcessHandle.current().descendants().flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.contains(root.toString())).toList();
    }

    /** Who runs with a cache: the JVM maps it, which Linux shows; elsewhere it counts that it was given one. */
    private static Set<String> withCache(LocalSystem system) throws IOException {
        Set<String> names = new TreeSet<>();
        for (var process : system.pids().entrySet()) {
            Path maps = Path.of("/proc", process.getValue().toString(), "maps");
            boolean given = ProcessHandle.of(process.getValue()).flatMap(p -> p.info().commandLine()).orElse("").contains("-XX:AOTCache=");
            if (Files.exists(maps)) {
                assertEquals(given, Files.readString(maps).contains(".aot"), process.getKey() + " was given a cache and takes it");
            }
            if (given) {
                names.add(process.getKey());
            }
        }
        return names;
    }

    private String complaints() throws IOException {
        var text = new StringBuilder();
        for (String service : SERVICES) {
            try (Stream<String> lines = Files.lines(places.log(service))) {
                lines.filter(line -> line.contains("[aot")).forEach(text::append);
            }
        }
        return text.toString();
    }

    private Path cacheOf(String module) throws IOException {
        return caches(module).getFirst();
    }

    private List<Path> caches(String module) throws IOException {
        try (var files = Files.list(root.resolve(module).resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".aot")).toList();
        }
    }

    private static void truncate(Path file) throws IOException {
        try (var out = new FileOutputStream(file.toFile(), true)) {
            out.getChannel().truncate(Files.size(file) / 2);
        }
        assertFalse(Files.size(file) == 0);
    }
}
