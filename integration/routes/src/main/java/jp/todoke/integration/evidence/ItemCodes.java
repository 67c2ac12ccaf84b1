package jp.todoke.integration.evidence;

import java.util.Map;
import java.util.Optional;

/** 項目コード of one version of a layout, in the codes that the mappings read. */
public record ItemCodes(Map<String, String> moved) {
    public ItemCodes {
        moved = Map.copyOf(moved);
    }

    /** Nothing for a code that the item of this name has left: what stands under it now is something else. */
    public Optional<String> known(String itemCd) {
        String now = moved.get(itemCd);
        if (now != null) {
            return Optional.of(now);
        }
        return moved.containsValue(itemCd) ? Optional.empty() : Optional.of(itemCd);
    }
}
