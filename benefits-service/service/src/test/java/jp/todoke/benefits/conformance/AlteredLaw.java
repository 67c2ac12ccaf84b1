package jp.todoke.benefits.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import jp.todoke.benefits.BenefitsService;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.simulations.SimulationsBehindHttp;
import org.jspecify.annotations.Nullable;

/** The law and the simulations, loaded apart from the test's own so that one file of the law can be another one. */
final class AlteredLaw extends URLClassLoader {
    private static final Path SOURCES = Path.of("..", "law", "src", "main");
    private static final List<String> APART = List.of("jp.todoke.benefits.law.", "jp.todoke.benefits.programmes.",
            "jp.todoke.benefits.simulations.");
    private static final String RESOURCES = "law/";

    private AlteredLaw(URL... places) {
        super(places, AlteredLaw.class.getClassLoader());
    }

    /** @param variant what is altered; null for the law as it is */
    static AlteredLaw of(@Nullable Variant variant, Path directory) throws IOException {
        if (variant != null) {
            alter(variant, directory);
        }
        return new AlteredLaw(directory.toUri().toURL(), place(Decision.class), place(SimulationsBehindHttp.class),
                place(BenefitsService.class));
    }

    private static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static void alter(Variant variant, Path directory) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Variant.Edit edit : variant.edits()) {
            Path original = SOURCES.resolve(edit.file());
            Path copy = directory.resolve(original.subpath(SOURCES.getNameCount() + 1, original.getNameCount()));
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, edit.applyTo(Files.readString(original)));
            if (edit.file().endsWith(".java")) {
                sources.add(copy);
            }
        }
        if (!sources.isEmpty()) {
            compile(sources, directory);
        }
    }

    private static void compile(List<Path> sources, Path directory) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(messages, files, null, List.of("-proc:none", "-d", directory.toString(), "-classpath",
                    System.getProperty("java.class.path")), null, files.getJavaFileObjectsFromPaths(sources)).call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    /** Answers simulations over HTTP by this law. */
    SimulationsServer serve(String token) {
        try {
            Class<?> handler = loadClass(SimulationsBehindHttp.class.getName());
            return SimulationsServer.start((HttpHandler) handler.getConstructor(String.class).newInstance(token));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (APART.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = name.startsWith(RESOURCES) ? findResource(name) : null;
        return own == null ? super.getResource(name) : own;
    }
}
