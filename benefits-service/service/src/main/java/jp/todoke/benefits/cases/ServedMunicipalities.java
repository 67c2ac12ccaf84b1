package jp.todoke.benefits.cases;

import java.util.Set;

/** The municipalities that this installation serves, by 全国地方公共団体コード. */
public interface ServedMunicipalities {
    Set<String> codes();
}
