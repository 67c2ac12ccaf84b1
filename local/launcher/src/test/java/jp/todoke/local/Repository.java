package jp.todoke.local;

import java.nio.file.Path;

/** The repository that these tests belong to. */
public final class Repository {
    private Repository() {}

    public static Path root() {
        return Launcher.root();
    }
}
