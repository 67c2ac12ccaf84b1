package jp.todoke.benefits.cases;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.todoke.api.linkage.model.Procedure;

/** The programmes that are decided and paid here. */
public final class Programmes {
    private final Map<Programme.Code, CaseProgramme> byCode = new EnumMap<>(Programme.Code.class);

    Programmes(List<CaseProgramme> programmes) {
        programmes.forEach(programme -> byCode.put(programme.code(), programme));
    }

    public Programme of(Programme.Code code) {
        return handling(code);
    }

    public List<Programme> all() {
        return List.copyOf(byCode.values());
    }

    CaseProgramme handling(Programme.Code code) {
        CaseProgramme programme = byCode.get(code);
        if (programme == null) {
            throw new IllegalStateException(code + " is not decided here");
        }
        return programme;
    }

    CaseProgramme of(Procedure procedure) {
        return byCode.values().stream().filter(programme -> programme.procedure() == procedure).findFirst()
                .orElseThrow(() -> new IllegalStateException(procedure + " is not handled here"));
    }
}
