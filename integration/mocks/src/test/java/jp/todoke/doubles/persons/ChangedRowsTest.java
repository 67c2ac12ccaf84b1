package jp.todoke.doubles.persons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes while the doubles run. */
class ChangedRowsTest {

    @TempDir
    Path empty;

    /** A kind of row that is forgotten there would go on answering what the start has read. */
    @Test
    void aChangeReachesEveryKindOfRow() throws IllegalAccessException {
        var builtIn = new PersonDirectory((Path) null);
        builtIn.become(new Data(empty));
        int kinds = 0;
        for (Field field : PersonDirectory.class.getDeclaredFields()) {
            if (Map.class.isAssignableFrom(field.getType())) {
                field.setAccessible(true);
                kinds += emptied(field.getName(), (Map<?, ?>) field.get(builtIn));
            }
        }
        assertTrue(kinds >= builtIn.data().files().size());
    }

    /** Copies are kept by kind, everything else in one map of its own. */
    private static int emptied(String name, Map<?, ?> rows) {
        if (!name.equals("copies")) {
            assertEquals(Map.of(), rows, name);
            return 1;
        }
        rows.forEach((kind, own) -> assertEquals(Map.of(), own, name + " " + kind));
        return rows.size();
    }
}
