package jp.todoke.local.commands;

import java.nio.file.Path;
import jp.todoke.local.LocalSystem;
import jp.todoke.local.demo.Demo;

/** Starts a fresh instance, runs the main job on it, stops it. */
public final class DemoCommand {
    private final Path root;

    public DemoCommand(Path root) {
        this.root = root;
    }

    public int run() {
        System.out.println("Starting Todoke for the demo");
        try (LocalSystem system = FreshInstance.start(root, "demo", System.out::println)) {
            return new Demo().run(system);
        }
    }
}
