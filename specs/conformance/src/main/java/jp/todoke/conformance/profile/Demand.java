package jp.todoke.conformance.profile;

import java.util.Set;
import jp.todoke.conformance.condition.Condition;

/**
 * A condition that answers must meet, for which requirement and how gravely.
 *
 * @param statuses the answers that it concerns
 */
record Demand(String requirement, Severity severity, Set<Integer> statuses, Condition condition) {}
