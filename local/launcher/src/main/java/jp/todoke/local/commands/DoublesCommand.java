package jp.todoke.local.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jp.todoke.local.Places;
import jp.todoke.local.Programs;
import jp.todoke.local.UserError;

/** The national doubles alone, in the foreground, with the options of their own program. */
public final class DoublesCommand {
    private static final String ADMIN_PORT = "--admin-port";
    private static final int USUAL_ADMIN_PORT = 8098;
    private final Places places;

    public DoublesCommand(Places places) {
        this.places = places;
    }

    public int run(Collection<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Programs.jvm("256m"));
        command.addAll(List.of("-jar", places.doublesJar().toString()));
        command.addAll(options);
        if (!options.contains(ADMIN_PORT)) {
            command.addAll(List.of(ADMIN_PORT, Integer.toString(USUAL_ADMIN_PORT)));
        }
        try {
            Process doubles = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(doubles::destroy, "stop-doubles"));
            return doubles.waitFor();
        } catch (IOException e) {
            throw new UserError("The doubles cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
