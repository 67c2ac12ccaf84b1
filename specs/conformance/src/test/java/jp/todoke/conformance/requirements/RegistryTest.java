package jp.todoke.conformance.requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import jp.todoke.conformance.profile.SimulationsProfile;
import jp.todoke.conformance.vectors.Vector;
import jp.todoke.conformance.vectors.VectorSet;
import org.junit.jupiter.api.Test;

/** Vectors and registry say the same, and the packed files are well formed. */
class RegistryTest {
    private static final Set<String> MARKS = Set.of("LAW", "NOTICE", "DERIVED", "CONTRACT");

    @Test
    void everyRequirementIsProvedAndEveryProofHasItsRequirement() {
        Set<String> proved = new TreeSet<>();
        proved.addAll(SimulationsProfile.requirements());
        VectorSet.packed().vectors().stream().map(Vector::requirement).forEach(proved::add);

        assertEquals(new TreeSet<>(RequirementRegistry.packed().all().keySet()), proved);
    }

    @Test
    void everyRowIsComplete() {
        RequirementRegistry.packed().all().values().forEach(row -> {
            assertTrue(row.id().matches("TDK-SIM-(CA|CR|IN)-[A-Z0-9]+-[0-9]{3}"), row.id());
            assertTrue(!row.clause().isBlank() && !row.text().isBlank(), row.id() + " needs clause and text");
            assertTrue(row.appliesFrom().matches("|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"), row.id() + " applies_from " + row.appliesFrom());
            assertTrue(MARKS.contains(row.sourceMark()), row.id() + " source_mark must be one of " + MARKS);
        });
    }

    @Test
    void readsQuotedFields() {
        var row = RequirementRegistry.parse("id,clause,text,applies_from,source_mark\r\nA,\"b, \"\"c\"\"\",\"d\ne\",,LAW").named("A");

        assertEquals(new Requirement("A", "b, \"c\"", "d\ne", "", "LAW"), row);
    }

    @Test
    void refusesARowThatIsShortOrRepeated() {
        String header = "id,clause,text,applies_from,source_mark\n";

        assertThrows(IllegalArgumentException.class, () -> RequirementRegistry.parse(header + "A,b,c\n"));
        assertThrows(IllegalArgumentException.class, () -> RequirementRegistry.parse(header + "A,b,c,,LAW\nA,b,c,,LAW\n"));
        assertThrows(IllegalArgumentException.class, () -> RequirementRegistry.parse("id,text\n"));
    }
}
