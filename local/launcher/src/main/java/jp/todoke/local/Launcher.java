package jp.todoke.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import jp.todoke.local.bench.InquiriesBench;
import jp.todoke.local.commands.BenchCommand;
import jp.todoke.local.commands.ConformanceCommand;
import jp.todoke.local.commands.DemoCommand;
import jp.todoke.local.commands.DoublesCommand;
import jp.todoke.local.commands.DownCommand;
import jp.todoke.local.commands.DrillCommand;
import jp.todoke.local.commands.LogsCommand;
import jp.todoke.local.commands.MutationCommand;
import jp.todoke.local.commands.RehearseCommand;
import jp.todoke.local.commands.StatusCommand;
import jp.todoke.local.commands.Supervisor;
import jp.todoke.local.commands.TokenCommand;
import jp.todoke.local.commands.TraceCommand;
import jp.todoke.local.commands.UpCommand;
import jp.todoke.local.commands.VerifyRecordsCommand;
import jp.todoke.local.drill.OutageDrill;
import jp.todoke.local.logs.LogView;
import jp.todoke.local.sample.Sample;
import jp.todoke.local.tokens.TokenRefusedException;

/** What {@code ./todoke} runs: one command, one exit status (0 done, 1 failed, 2 not understood; others: see manual.txt). */
public final class Launcher {
    private static final String CRASH = "crash";
    private static final String ROUND = "round";
    private static final String INQUIRIES = "inquiries";
    private static final String OUTAGE = "outage";
    private static final int OUTAGE_APPLICATIONS = 2_000;
    private static final int OUTAGE_MINUTES = 240;
    private static volatile boolean ending;

    private Launcher() {}

    /** Ends the process with the command's exit status. */
    public static void main(String[] arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ending = true, "ending"));
        int status;
        try {
            status = understood(new ArrayDeque<>(List.of(arguments)));
        } catch (UserError | TokenRefusedException e) {
            System.err.println(e.getMessage());
            status = 1;
        } catch (RuntimeException e) {
            // After Ctrl-C, work in progress fails because everything is being stopped: that is no news.
            if (ending) {
                System.err.println("Stopped; nothing is left running.");
            } else {
                e.printStackTrace();
            }
            status = 1;
        }
        System.exit(status);
    }

    private static int understood(Deque<String> words) {
        String command = words.isEmpty() ? "help" : words.pop();
        try {
            return run(command, words);
        } catch (NotUnderstood e) {
            System.err.println(e.getMessage() + "\n" + Manual.synopsis(command));
            return 2;
        }
    }

    private static int run(String command, Deque<String> words) {
        Path root = root();
        Places up = Places.ofUp(root);
        return switch (command) {
            case "up" -> new UpCommand(up).run(port(words));
            case "supervise" -> supervise(root, List.copyOf(words));
            case "rehearse" -> new RehearseCommand(root).run();
            case "down" -> end(words, () -> new DownCommand(up).down());
            case "reset" -> end(words, () -> new DownCommand(up).reset());
            case "status" -> status(up, new Words(words));
            case "logs" -> logs(up, new Words(words));
            case "trace" -> {
                String id = required(words, "which trace? the X-Correlation-Id of an answer, or a trace id");
                yield end(words, () -> new TraceCommand(up).run(id));
            }
            case "token" -> {
                String user = required(words, "whose token? for example: ./todoke token caseworker");
                yield end(words, () -> new TokenCommand(up).run(user));
            }
            case "demo" -> demo(root, up, new Words(words));
            case "conformance" -> new ConformanceCommand(up, Clock.systemUTC()).run(words);
            case "bench" -> {
                String what = required(words, "bench of what? start, chain, law, round, simulations or inquiries");
                yield switch (what) {
                    case ROUND -> round(root, new Words(words));
                    case INQUIRIES -> inquiries(root, new Words(words));
                    default -> end(words, () -> new BenchCommand(root).run(what));
                };
            }
            case "verify-records" -> verifyRecords(up, new Words(words));
            case "drill" -> drill(root, new Words(words));
            case "doubles" -> new DoublesCommand(up).run(words);
            case "mutation" -> end(words, () -> new MutationCommand(root).run());
            case "help", "--help", "-h" -> help(words);
            default -> throw new NotUnderstood("unknown command: " + command);
        };
    }

    /** As {@link Supervisor} starts it; not for people. */
    private static int supervise(Path root, List<String> words) {
        var places = new Places(root, Path.of(words.getFirst()));
        return new Supervisor(places, Integer.parseInt(words.get(1)), Boolean.parseBoolean(words.get(2))).run();
    }

    private interface Work {
        int run();
    }

    private static int end(Deque<String> words, Work work) {
        if (!words.isEmpty()) {
            throw new NotUnderstood("not understood: " + words.peek());
        }
        return work.run();
    }

    private static String required(Deque<String> words, String message) {
        if (words.isEmpty()) {
            throw new NotUnderstood(message);
        }
        return words.pop();
    }

    private static int status(Places up, Words words) {
        boolean json = words.flag("--json");
        words.end();
        return new StatusCommand(up, System.out, Clock.systemUTC()).run(json);
    }

    private static int logs(Places up, Words words) {
        boolean follow = words.flag("-f");
        var wish = new LogView.Wish(
                words.option("-n", "[1-9][0-9]{0,6}", "a number of lines").map(Integer::parseInt).orElse(LogsCommand.LINES),
                words.option("--correlation", "[^-].*", "a correlation id"),
                words.flag("--json"));
        var service = words.word();
        words.end();
        return new LogsCommand(up, System.out).run(service, wish, follow);
    }

    private static int demo(Path root, Places up, Words words) {
        boolean onUp = words.flag("--on-up");
        words.end();
        return onUp ? new DemoCommand(root).runOnUp(up) : new DemoCommand(root).run();
    }

    private static int drill(Path root, Words words) {
        String what = words.first("drill of what? crash or outage");
        var command = new DrillCommand(root);
        return switch (what) {
            case CRASH -> {
                int kills = number(words, "--kills", "[0-9]{1,3}|1000", "a number up to 1000", DrillCommand.KILLS);
                long seed = words.option("--seed", "[0-9]{1,15}", "a number").map(Long::parseLong).orElseGet(DrillCommand::anySeed);
                words.end();
                yield command.crash(kills, seed);
            }
            case OUTAGE -> {
                var plan = new OutageDrill.Plan(number(words, "--applications", "[1-9][0-9]{0,4}", "a number", OUTAGE_APPLICATIONS),
                        number(words, "--minutes", "[1-9][0-9]{0,3}", "a number", OUTAGE_MINUTES),
                        number(words, "--instances", "[12]", "1 or 2", 1), words.flag("--kill"));
                words.end();
                yield command.outage(plan);
            }
            default -> throw new NotUnderstood("drill knows crash and outage");
        };
    }

    private static int number(Words words, String name, String allowed, String meaning, int otherwise) {
        return words.option(name, allowed, meaning).map(Integer::parseInt).orElse(otherwise);
    }

    private static int round(Path root, Words words) {
        int persons = words.option("--persons", "[1-9][0-9]{0,4}|1[0-9]{5}|200000", "a number of persons, at most 200000")
                .map(Integer::parseInt).orElse(BenchCommand.PERSONS);
        words.end();
        return new BenchCommand(root).round(persons);
    }

    private static int verifyRecords(Places up, Words words) {
        String day = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
        var bench = words.option("--bench", "[1-9][0-9]{0,8}", "a number of records").map(Long::parseLong);
        var archive = words.option("--archive", "[^-].*", "a file").map(Path::of);
        boolean confirm = words.flag("--confirm");
        var wish = new VerifyRecordsCommand.Wish(words.option("--database", "jdbc:postgresql:.+", "a URL jdbc:postgresql://…"),
                words.option("--municipality", "[0-9]{6}", "a code of six digits"),
                words.option("--from", day, "a day, yyyy-mm-dd").map(Launcher::day),
                words.option("--to", day, "a day, yyyy-mm-dd").map(Launcher::day),
                words.option("--seals", "[^-].*", "a log file").map(Path::of));
        words.end();
        if (confirm && archive.isEmpty()) {
            throw new NotUnderstood("--confirm needs --archive");
        }
        var command = new VerifyRecordsCommand(up);
        if (bench.isPresent()) {
            return command.bench(bench.get());
        }
        return archive.isPresent() ? command.verifyArchive(archive.get(), confirm, wish) : command.verifyTable(wish);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new NotUnderstood("no such day: " + text);
        }
    }

    private static int inquiries(Path root, Words words) {
        var load = new InquiriesBench.Load(
                words.option("--seconds", "[1-9][0-9]{0,3}", "a number of seconds").map(Integer::parseInt).orElse(180),
                words.option("--rate", "[1-9][0-9]{0,4}", "inquiries per second").map(Integer::parseInt).orElse(500),
                words.option("--municipality", "[0-9]{6}", "a municipality of the sample").orElse(Sample.TODOKENO));
        words.end();
        return new BenchCommand(root).inquiries(load);
    }

    private static int help(Deque<String> words) {
        String command = words.isEmpty() ? "" : words.pop();
        if (!command.isEmpty() && !Manual.commands().contains(command)) {
            throw new NotUnderstood("unknown command: " + command + "\n" + Manual.overview());
        }
        return end(words, () -> {
            System.out.println(command.isEmpty() ? Manual.overview() : Manual.page(command));
            return 0;
        });
    }

    private static int port(Deque<String> words) {
        if (words.isEmpty()) {
            return Options.GATEWAY_PORT;
        }
        String option = words.pop();
        String value = words.isEmpty() ? "" : words.pop();
        if (!option.equals("--port") || !value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > 65_535 || !words.isEmpty()) {
            throw new NotUnderstood("up understands --port <1-65535> only");
        }
        return Integer.parseInt(value);
    }

    /** The start script names the repository; without it, the nearest directory above that holds the script. */
    static Path root() {
        String named = System.getProperty("todoke.root");
        if (named != null) {
            return Path.of(named);
        }
        for (Path directory = Path.of("").toAbsolutePath(); directory != null; directory = directory.getParent()) {
            if (Files.exists(directory.resolve("todoke")) && Files.exists(directory.resolve("pom.xml"))) {
                return directory;
            }
        }
        throw new UserError("This is not a Todoke repository; start with ./todoke");
    }
}
