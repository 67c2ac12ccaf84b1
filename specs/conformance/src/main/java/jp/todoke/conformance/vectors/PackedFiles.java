package jp.todoke.conformance.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/** Files of one folder on the class path, whether that is a directory, a jar or a jar within the executable jar. */
final class PackedFiles {
    private PackedFiles() {}

    static SortedMap<String, byte[]> in(String folder, String suffix) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        ClassLoader loader = PackedFiles.class.getClassLoader();
        try {
            for (URL url : Collections.list(loader.getResources(folder))) {
                for (String name : names(url, folder, suffix)) {
                    try (InputStream in = loader.getResourceAsStream(folder + "/" + name)) {
                        if (in != null) {
                            files.put(name, in.readAllBytes());
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        return files;
    }

    private static List<String> names(URL url, String folder, String suffix) throws IOException {
        if (url.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFile().stream().map(JarEntry::getName).filter(entry -> entry.startsWith(folder + "/"))
                    .map(entry -> entry.substring(folder.length() + 1)).filter(name -> wanted(name, suffix)).toList();
        }
        try (Stream<Path> found = Files.list(Path.of(url.toURI()))) {
            return found.map(file -> file.getFileName().toString()).filter(name -> wanted(name, suffix)).toList();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean wanted(String name, String suffix) {
        return name.endsWith(suffix) && name.indexOf('/') < 0;
    }
}
