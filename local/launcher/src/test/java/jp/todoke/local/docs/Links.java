package jp.todoke.local.docs;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what the documents name and the repository does not have. */
final class Links {
    /** Texts of law, ministries and municipalities, and the tools a newcomer installs. No network is asked. */
    private static final List<String> HOSTS = List.of(".go.jp", ".lg.jp", "adoptium.net", "scripts.sil.org", "www.rfc-editor.org",
            "127.0.0.1");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern COMMAND = Pattern.compile("\\./todoke ([a-z][a-z-]*)");
    private static final Pattern PATH = Pattern.compile("\\.?[\\p{L}\\p{N}_][^\\s:,;()=]*/[^\\s:,;()=]*");
    private static final Pattern COMMENT = Pattern.compile("^\\s*(?:/?\\*|//|#|--|<!--).*");
    private static final Pattern PATH_IN_COMMENT = Pattern
            .compile("(?<![\\w./-])(?:docs|specs|gateway|benefits-service|integration|local|k8s)/[\\w./-]*\\w");
    private final Sources sources;
    private final Set<String> commands;
    private final Map<Path, Set<String>> anchors = new HashMap<>();
    private final List<String> broken = new ArrayList<>();

    private Links(Sources sources, Set<String> commands) {
        this.sources = sources;
        this.commands = commands;
    }

    /** One line for each, with the document in which it stands. */
    static List<String> broken(Sources sources, Set<String> commands) {
        var links = new Links(sources, commands);
        sources.endingWith(".md").forEach(links::document);
        sources.endingWith(".java", ".yaml", ".yml", ".sql", ".xml", "SOURCE.txt").forEach(links::comments);
        return links.broken;
    }

    private void document(Path page) {
        String text = sources.text(page);
        LINK.matcher(withoutFences(text)).results().forEach(link -> target(page, link.group(1)));
        CODE.matcher(withoutFences(text)).results().forEach(code -> code(page, code.group(1)));
        COMMAND.matcher(text).results().forEach(command -> command(page, command.group(1)));
    }

    private void comments(Path source) {
        sources.text(source).lines().filter(line -> COMMENT.matcher(line).matches()).forEach(line -> {
            PATH_IN_COMMENT.matcher(line).results().filter(path -> !sources.has(Path.of(path.group())))
                    .forEach(path -> broken.add(source + ": no " + path.group()));
            COMMAND.matcher(line).results().forEach(command -> command(source, command.group(1)));
        });
    }

    private void command(Path page, String command) {
        if (!commands.contains(command)) {
            broken.add(page + ": no command ./todoke " + command);
        }
    }

    private void target(Path page, String target) {
        if (target.matches("[a-z]+:.*")) {
            String host = URI.create(target).getHost();
            if (host == null || HOSTS.stream().noneMatch(host::endsWith)) {
                broken.add(page + ": a reference that may rot, its host is not among those we rely on: " + target);
            }
            return;
        }
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : directory(page).resolve(parts[0]).normalize();
        if (!sources.has(file)) {
            broken.add(page + ": no " + target);
        } else if (parts.length == 2 && !anchorsOf(file).contains(parts[1])) {
            broken.add(page + ": no heading for " + target);
        }
    }

    /** {@code …} stands for any part of a path and {@code <name>} for one name. */
    private void code(Path page, String code) {
        if (!PATH.matcher(code).matches()) {
            return;
        }
        String glob = code.replaceAll("#.*", "").replace("…", "**").replaceAll("<[^>]*>", "*").replaceAll("/$", "");
        boolean pattern = glob.matches(".*[*?{\\[].*");
        Path named = Path.of(glob);
        if (sources.beginsAtTop(named)
                && !(pattern ? sources.hasLike(glob) : sources.has(named) || sources.has(directory(page).resolve(named)))) {
            broken.add(page + ": no " + code);
        }
    }

    private Set<String> anchorsOf(Path page) {
        return anchors.computeIfAbsent(page, _ -> {
            Set<String> found = new HashSet<>();
            withoutFences(sources.text(page)).lines().filter(line -> line.matches("#+ .*")).forEach(line -> {
                String slug = line.replaceFirst("#+ ", "").strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "")
                        .replace(' ', '-');
                for (int again = 0; !found.add(again == 0 ? slug : slug + "-" + again); again++) {
                    // A second heading of the same words has a number.
                }
            });
            return found;
        });
    }

    private static Path directory(Path page) {
        return page.getParent() == null ? Path.of("") : page.getParent();
    }

    private static String withoutFences(String text) {
        return text.replaceAll("(?ms)^```.*?^```", "");
    }
}
