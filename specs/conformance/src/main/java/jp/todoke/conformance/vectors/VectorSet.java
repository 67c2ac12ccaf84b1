package jp.todoke.conformance.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All vectors of a run in the order of their files.
 *
 * @param digest SHA-256 over names and contents of the files: two reports with the same digest judged by the same cases
 */
public record VectorSet(List<Vector> vectors, String digest) {
    private static final String SUFFIX = ".ndjson";

    /** The vectors that come with the suite. */
    public static VectorSet packed() {
        return of(PackedFiles.in("specs/vectors/simulations", SUFFIX));
    }

    /** Somebody's own vectors. */
    public static VectorSet in(Path directory) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(directory)) {
            for (Path file : found.filter(f -> f.getFileName().toString().endsWith(SUFFIX)).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the vectors in " + directory, e);
        }
        return of(files);
    }

    static VectorSet of(SortedMap<String, byte[]> files) {
        List<Vector> vectors = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Map<String, String> sources = new HashMap<>();
        files.forEach((name, content) -> {
            String text = new String(content, StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                var line = new VectorLine(name + ":" + (i + 1));
                Vector vector = line.read(lines.get(i));
                problems.addAll(line.problems());
                String earlier = sources.putIfAbsent(vector.id(), vector.source());
                if (earlier != null) {
                    problems.add(vector.source() + ": /id stands already at " + earlier);
                }
                vectors.add(vector);
            }
        });
        if (!problems.isEmpty()) {
            throw new MalformedVectorsException(problems);
        }
        return new VectorSet(List.copyOf(vectors), digest(files));
    }

    private static String digest(SortedMap<String, byte[]> files) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            files.forEach((name, content) -> {
                sha.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
                sha.update(content);
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
