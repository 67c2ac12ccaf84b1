package jp.todoke.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A repository whose services are {@link StubService}. */
record StubRepository(Path root) {
    private static final List<List<String>> JARS = List.of(List.of("gateway", "gateway"),
            List.of("benefits-service/service", "benefits-service"),
            List.of("integration/routes", "integration-routes"), List.of("integration/mocks", "national-doubles"));

    static StubRepository in(Path root) throws IOException {
        var repository = new StubRepository(root);
        for (List<String> jar : JARS) {
            repository.write(jar.getFirst(), jar.getLast(), StubService.class);
        }
        // Unpacked once for all tests of the machine, as the tests of the services do.
        Path unpacked = Path.of(System.getProperty("java.io.tmpdir"), "todoke-postgres-binaries-" + System.getProperty("user.name"));
        Files.createDirectories(unpacked);
        Files.createDirectories(repository.places().stateDir());
        Files.createSymbolicLink(repository.places().postgresBinaries(), unpacked);
        return repository;
    }

    void breakGateway() throws IOException {
        write("gateway", "gateway", StubService.Broken.class);
    }

    void neverEndBenefits() throws IOException {
        write("benefits-service/service", "benefits-service", StubService.Endless.class);
    }

    Places places() {
        return new Places(root, root.resolve(".todoke"));
    }

    private void write(String module, String artifact, Class<?> main) throws IOException {
        Path jar = places().jar(module, artifact);
        Files.createDirectories(jar.getParent());
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Class<?> type : List.of(StubService.class, StubService.Broken.class, StubService.Endless.class)) {
                String entry = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(entry));
                try (InputStream in = type.getResourceAsStream("/" + entry)) {
                    in.transferTo(out);
                }
            }
        }
    }
}
