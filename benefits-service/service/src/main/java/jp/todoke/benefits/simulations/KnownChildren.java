package jp.todoke.benefits.simulations;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.todoke.api.simulations.model.SimulatedChild;
import jp.todoke.api.simulations.model.SimulationRequest;
import org.jspecify.annotations.Nullable;

/** The children that a case describes. Where one of them cannot be read, nobody is called unknown: the name may be the unreadable one. */
final class KnownChildren {
    private final Set<String> ids = new HashSet<>();
    private final boolean complete;

    KnownChildren(SimulationRequest request) {
        List<SimulatedChild> readable = Findings.readable(request.getChildren());
        readable.stream().filter(child -> child.getId() != null).forEach(child -> ids.add(child.getId()));
        this.complete = request.getChildren() != null && readable.size() == request.getChildren().size()
                && readable.stream().allMatch(child -> child.getId() != null);
    }

    void check(String pointer, @Nullable List<String> named, Findings findings) {
        List<@Nullable String> listed = Findings.listed(named);
        for (int i = 0; i < listed.size(); i++) {
            check(pointer + "/" + i, listed.get(i), findings);
        }
    }

    void check(String pointer, @Nullable String named, Findings findings) {
        if (complete && named != null && !ids.contains(named)) {
            findings.add(pointer, "UNKNOWN_CHILD", "children にない児童です。");
        }
    }
}
