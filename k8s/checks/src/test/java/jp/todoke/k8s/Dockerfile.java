package jp.todoke.k8s;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The instructions of a Dockerfile, and what they do without a container engine: each stage becomes a folder. */
record Dockerfile(Path file, List<Instruction> instructions) {
    record Instruction(String name, String rest) {
        /** The exec form; a shell is not to be needed. */
        List<String> words() throws IOException {
            return Arrays.asList(new ObjectMapper().readValue(rest, String[].class));
        }
    }

    /** @param user as USER names it */
    record Image(Path root, Path workDir, String user, List<String> entrypoint) {
        Path application() {
            return root.resolve(workDir);
        }
    }

    static Dockerfile of(String name) throws IOException {
        Path file = Manifests.K8S.resolve("images").resolve(name);
        return of(file, Files.readString(file));
    }

    static Dockerfile of(Path file, String text) {
        List<Instruction> instructions = new ArrayList<>();
        for (String line : text.replace("\\\n", " ").lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] parts = line.split("\\s+", 2);
                instructions.add(new Instruction(parts[0], parts[1]));
            }
        }
        return new Dockerfile(file, instructions);
    }

    List<String> all(String name) {
        return instructions.stream().filter(instruction -> instruction.name().equals(name)).map(Instruction::rest).toList();
    }

    /** What is against our rules. */
    List<String> findings() {
        var found = new ArrayList<String>();
        for (Instruction instruction : instructions) {
            String rest = instruction.rest();
            switch (instruction.name()) {
                case "FROM" -> {
                    if (!rest.matches("\\$\\{BASE}( AS \\w+)?")) {
                        found.add("another base image: " + rest);
                    }
                }
                case "ARG" -> {
                    if (!rest.matches("JAR|BASE=[a-z-]+:[0-9][a-z0-9.-]*")) {
                        found.add("a base without version, with a registry, or an argument of no use: " + rest);
                    }
                }
                case "RUN" -> {
                    if (!rest.startsWith("[\"java\", \"-Djarmode=tools\", \"-jar\", \"application.jar\",")) {
                        found.add("runs more than the unpacking: " + rest);
                    }
                }
                case "COPY", "WORKDIR", "EXPOSE" -> {
                }
                case "USER" -> {
                    if (!rest.matches("[1-9][0-9]{4,}:[1-9][0-9]{4,}")) {
                        found.add("a user that the cluster cannot tell from root: " + rest);
                    }
                }
                case "ENTRYPOINT" -> {
                    if (!rest.startsWith("[")) {
                        found.add("a shell would keep the signals to stop: " + rest);
                    }
                }
                default -> found.add("instruction without need: " + instruction.name());
            }
        }
        for (String once : List.of("USER", "ENTRYPOINT")) {
            if (all(once).size() != 1) {
                found.add("not exactly one " + once);
            }
        }
        return found;
    }

    /** Does what the instructions say, below a folder; with the java of this process as base image. */
    Image build(String jar, Path context, Path target) throws IOException, InterruptedException {
        Map<String, Path> stages = new HashMap<>();
        Path root = target;
        Path workDir = Path.of("");
        String user = "";
        List<String> entrypoint = List.of();
        for (Instruction instruction : instructions) {
            switch (instruction.name()) {
                case "FROM" -> {
                    String stage = instruction.rest().contains(" AS ") ? instruction.rest().replaceAll(".* AS ", "") : "image";
                    root = Files.createDirectories(target.resolve(stage));
                    stages.put(stage, root);
                }
                case "WORKDIR" -> {
                    workDir = Path.of(instruction.rest().substring(1));
                    Files.createDirectories(root.resolve(workDir));
                }
                case "COPY" -> {
                    String[] words = instruction.rest().replace("${JAR}", jar).split(" ");
                    boolean fromStage = words[0].startsWith("--from=");
                    Path from = fromStage
                            ? stages.get(words[0].substring("--from=".length())).resolve(words[1].substring(1))
                            : context.resolve(words[0]);
                    copy(from, root.resolve(workDir).resolve(words[words.length - 1]).normalize());
                }
                case "RUN" -> run(instruction.words(), root.resolve(workDir));
                case "USER" -> user = instruction.rest();
                case "ENTRYPOINT" -> entrypoint = instruction.words();
                default -> {
                }
            }
        }
        return new Image(root, workDir, user, entrypoint);
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from)) {
            Files.copy(from, Files.isDirectory(to) ? to.resolve(from.getFileName()) : to, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try (var paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path there = to.resolve(from.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(path, there);
                }
            }
        }
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static void run(List<String> words, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(words);
        command.set(0, java().toString());
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("RUN failed: " + words);
        }
    }
}
