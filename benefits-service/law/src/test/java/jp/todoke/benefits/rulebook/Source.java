package jp.todoke.benefits.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the comments of a programme's package say: the Act, the article of each class, what is not covered and what is open. */
record Source(String sentence, Map<String, String> articles, List<String> notCovered, List<String> openQuestions) {

    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*"
            + "(?:public |final |sealed |abstract )*(?:class|record|enum|interface)\\s+(\\w+)", Pattern.DOTALL);
    private static final Pattern CITED = Pattern.compile("第[0-9０-９]+条");
    private static final Pattern OPEN_QUESTION = Pattern.compile("OPEN QUESTION(.*?)(?:\\*/|\n\\s*(?:\\*|//)?\\s*\n)", Pattern.DOTALL);

    static Source of(Path folder) {
        String about = comment(read(folder.resolve("package-info.java")));
        String head = about.split("<p>Not covered:")[0];
        var notCovered = new ArrayList<String>();
        for (String item : about.substring(head.length()).split("<li>")) {
            notCovered.add(plain(item));
        }
        var articles = new TreeMap<String, String>();
        var open = new ArrayList<String>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String text = read(file);
                Matcher type = COMMENT.matcher(text);
                if (type.find() && CITED.matcher(type.group(1)).find()) {
                    articles.put(type.group(2), firstSentence(plain(type.group(1))));
                }
                OPEN_QUESTION.matcher(text).results().forEach(found -> open.add(plain(found.group(1))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Source(plain(head), articles, notCovered.subList(Math.min(1, notCovered.size()), notCovered.size()), open);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String comment(String text) {
        return text.substring(text.indexOf("/**") + 3, text.indexOf("*/"));
    }

    private static String firstSentence(String text) {
        int source = text.indexOf(" Source:");
        return source < 0 ? text : text.substring(0, source);
    }

    /** Javadoc without its marks, on one line. */
    private static String plain(String comment) {
        return comment.replaceAll("(?m)^\\s*(?:\\*|//)", " ").replaceAll("\\{@\\w+ #?([^}]*)}", "$1").replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ").strip();
    }
}
