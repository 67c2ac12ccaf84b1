package jp.todoke.local.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files and directories of the repository, without what a build or a run leaves. */
final class Sources {
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".todoke", ".idea", ".vscode", "node_modules");
    private final Path root;
    private final Collection<Path> all = new TreeSet<>();

    Sources(Path root) {
        this.root = root;
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    if (!directory.equals(root) && NOT_OURS.contains(directory.getFileName().toString())) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    all.add(root.relativize(directory));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    all.add(root.relativize(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Path> endingWith(String... suffixes) {
        return all.stream().filter(path -> Stream.of(suffixes).anyMatch(path.toString()::endsWith));
    }

    boolean has(Path path) {
        return all.contains(path.normalize());
    }

    /** Whether the first name of the path is a file or directory at the top. */
    boolean beginsAtTop(Path path) {
        return has(path.getName(0));
    }

    boolean hasLike(String glob) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        return all.stream().anyMatch(matcher::matches);
    }

    String text(Path path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }
}
