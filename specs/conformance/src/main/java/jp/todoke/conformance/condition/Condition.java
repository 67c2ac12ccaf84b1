package jp.todoke.conformance.condition;

import java.util.List;
import jp.todoke.conformance.connection.Reply;
import jp.todoke.conformance.vectors.Vector;

/** One check of one exchange. Which requirement it proves, and how grave a mismatch is, says the profile. */
@FunctionalInterface
public interface Condition {

    /** Nothing when the condition is met. */
    List<Mismatch> check(Vector vector, Reply.Answer answer);
}
