package jp.todoke.conformance.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.todoke.conformance.requirements.RequirementRegistry;
import jp.todoke.conformance.vectors.Vector;
import jp.todoke.conformance.vectors.VectorSet;

/** Shows what would be run; as a by-product the form of every vector is checked. */
final class ListCommand {
    static final Set<String> OPTIONS = Set.of("--vectors", "--only");
    private final PrintStream out;

    ListCommand(PrintStream out) {
        this.out = out;
    }

    int run(List<String> words) {
        var arguments = new Arguments(words, OPTIONS);
        VectorSet vectors = arguments.has("--vectors") ? VectorSet.in(arguments.existing("--vectors")) : VectorSet.packed();
        Pattern only = arguments.pattern("--only");
        for (Vector vector : vectors.vectors()) {
            if (only.matcher(vector.id()).matches() || only.matcher(vector.requirement()).matches()) {
                out.println(vector.id() + "  " + vector.requirement() + "  " + vector.clause() + "  " + vector.title());
            }
        }
        out.println(vectors.vectors().size() + " vectors, " + RequirementRegistry.packed().all().size() + " requirements, SHA-256 "
                + vectors.digest());
        return ExitStatus.PASSED;
    }
}
