package jp.todoke.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.todoke.local.processes.Directories;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole system for end-to-end tests, from the built jars: started once per JVM on free ports and a temporary state
 * directory, stopped with the JVM. Use {@code @ExtendWith(SystemUnderTest.class)} and a {@link RunningSystem} parameter,
 * or {@link #running()}.
 */
public final class SystemUnderTest implements ParameterResolver {
    /** The running system; the first call starts it. */
    public static RunningSystem running() {
        return Holder.SYSTEM;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running();
    }

    private static final class Holder {
        static final RunningSystem SYSTEM = begin();

        private static RunningSystem begin() {
            try {
                Path stateDir = Files.createTempDirectory("todoke-under-test");
                var system = LocalSystem.start(Options.of(new Places(Launcher.root(), stateDir)).withLatency("zero"), System.out::println);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    // Hooks run side by side: this one waits for the system's own.
                    system.close();
                    Directories.delete(stateDir);
                }));
                return system;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
