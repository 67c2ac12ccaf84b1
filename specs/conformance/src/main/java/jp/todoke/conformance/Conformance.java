package jp.todoke.conformance;

import jp.todoke.conformance.requirements.RequirementRegistry;
import jp.todoke.conformance.vectors.VectorSet;

/** The program. */
public final class Conformance {
    private Conformance() {}

    public static void main(String[] arguments) {
        System.out.println(VectorSet.packed().vectors().size() + " vectors for " + RequirementRegistry.packed().all().size());
    }
}
