package jp.todoke.local.commands;

import java.nio.file.Path;
import jp.todoke.local.LocalSystem;
import jp.todoke.local.UserError;
import jp.todoke.local.demo.Demo;
import jp.todoke.local.demo.DemoRun;

/** Starts a fresh instance, runs the main job on it, stops it. */
public final class DemoCommand {
    private final Path root;

    public DemoCommand(Path root) {
        this.root = root;
    }

    public int run() {
        DemoRun demo = new Demo();
        System.out.println("Starting Todoke for the demo");
        try (LocalSystem system = FreshInstance.start(root, "demo", System.out::println)) {
            return demo.run(system);
        }
    }

    static DemoRun load(String name) {
        try {
            return (DemoRun) Class.forName(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new UserError("This build does not hold " + name);
        }
    }
}
