package jp.todoke.local.processes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What to run as a child process.
 *
 * @param jar an executable jar
 * @param options options of the JVM; they show in the process list, so never a secret
 * @param environment configuration and secrets
 * @param port where readiness is told: the management port of a service
 * @param readiness the path that answers 200 when the program can work
 */
public record Program(String name, Path jar, List<String> options, Map<String, String> environment, int port, String readiness) {
    public Program {
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** The same program from another jar. */
    public Program from(Path other) {
        return new Program(name, other, options, environment, port, readiness);
    }

    /** The same program with the cache that was made for it, if there is one. */
    public Program withCache() {
        List<String> all = new ArrayList<>(options);
        AotCache.of(jar, options).file().ifPresent(cache -> all.add("-XX:AOTCache=" + cache));
        return new Program(name, jar, all, environment, port, readiness);
    }

    /** Hides the environment: it holds secrets. */
    @Override
    public String toString() {
        return name + " on port " + port;
    }
}
