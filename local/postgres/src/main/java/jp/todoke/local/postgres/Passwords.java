package jp.todoke.local.postgres;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import jp.todoke.database.Role;

/**
 * Passwords drawn once for a data directory and kept beside it, readable by its user only: initdb's default, trust on
 * loopback, would let every other user of the machine in as superuser.
 */
final class Passwords {
    private static final int BYTES = 18;
    private final Properties values;

    private Passwords(Properties values) {
        this.values = values;
    }

    static Passwords keptIn(Path file) throws IOException {
        var values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
            return new Passwords(values);
        }
        var random = new SecureRandom();
        values.setProperty(EmbeddedCluster.SUPERUSER, draw(random));
        for (Role role : Role.values()) {
            values.setProperty(role.user(), draw(random));
        }
        createPrivate(file);
        try (Writer writer = Files.newBufferedWriter(file)) {
            values.store(writer, null);
        }
        return new Passwords(values);
    }

    String superuser() {
        return values.getProperty(EmbeddedCluster.SUPERUSER);
    }

    String of(Role role) {
        return values.getProperty(role.user());
    }

    static void createPrivate(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    private static String draw(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
