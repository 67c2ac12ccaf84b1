package jp.todoke.local;

import java.nio.file.Path;

/**
 * Where an instance keeps what.
 *
 * @param root the repository
 * @param stateDir data, secrets, logs and output of this instance
 */
public record Places(Path root, Path stateDir) {
    public Places {
        root = root.toAbsolutePath().normalize();
        stateDir = stateDir.toAbsolutePath().normalize();
    }

    /** The instance that {@code up} leaves running. */
    public static Places ofUp(Path root) {
        return new Places(root, root.resolve(".todoke"));
    }

    /** The instance of {@code demo} and {@code bench}: it begins empty each time and leaves that of {@code up} alone. */
    public static Places ofDemo(Path root) {
        return new Places(root, root.resolve(".todoke").resolve("demo-data"));
    }

    /** The instance of {@code drill}. */
    public static Places ofDrill(Path root, String part) {
        return new Places(root, root.resolve(".todoke").resolve("drill").resolve(part));
    }

    Path jar(String module, String artifact) {
        return root.resolve(module).resolve("target").resolve(artifact + "-0.1.0-SNAPSHOT-boot.jar");
    }

    /** The suite that judges vendors, and us. */
    public Path conformanceJar() {
        return jar("specs/conformance", "conformance");
    }

    /** The national doubles as a program of their own. */
    public Path doublesJar() {
        return jar("integration/mocks", "national-doubles");
    }

    /** Unpacked PostgreSQL, the same for every instance. */
    public Path postgresBinaries() {
        return root.resolve(".todoke").resolve("postgres");
    }

    /** Unpacked services, the same for every instance. */
    Path programs() {
        return root.resolve(".todoke").resolve("programs");
    }

    /** How the start script starts the launcher: from its unpacked copy, with its cache. */
    Path launcherOptions() {
        return programs().resolve("launcher.options");
    }

    public Path postgresData() {
        return stateDir.resolve("data").resolve("postgres");
    }

    public Path logs() {
        return stateDir.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    public Path traces() {
        return stateDir.resolve("traces");
    }

    public Path out() {
        return stateDir.resolve("out");
    }

    /** Files that the services keep beside the database. */
    public Path files() {
        return stateDir.resolve("data").resolve("files");
    }

    /** What the national doubles know. */
    Path doublesData() {
        return stateDir.resolve("data").resolve("doubles");
    }

    public Path secrets() {
        return stateDir.resolve("data").resolve("secrets.properties");
    }

    Path signingKey() {
        return stateDir.resolve("data").resolve("issuer-key.json");
    }

    Path ports() {
        return stateDir.resolve("data").resolve("ports.properties");
    }
}
