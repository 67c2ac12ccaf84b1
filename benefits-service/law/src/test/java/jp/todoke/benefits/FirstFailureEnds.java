package jp.todoke.benefits;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Ends a table of rows with its first failing row. For mutation testing only, where one red row has said all there is to know about a changed
 * rule; it is found by the service loader, which ordinary runs do not ask.
 */
public final class FirstFailureEnds implements ExecutionCondition, AfterTestExecutionCallback {
    private static final Namespace NAMESPACE = Namespace.create(FirstFailureEnds.class);
    private static final String FAILED = "failed";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean failed = context.getParent().map(table -> table.getStore(NAMESPACE).get(FAILED) != null).orElse(false);
        return failed
                ? ConditionEvaluationResult.disabled("another row has failed")
                : ConditionEvaluationResult.enabled("no row has failed");
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            context.getParent().ifPresent(table -> table.getStore(NAMESPACE).put(FAILED, true));
        }
    }
}
