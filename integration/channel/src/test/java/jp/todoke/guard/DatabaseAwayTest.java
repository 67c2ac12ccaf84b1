package jp.todoke.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** A database that is away is another side that is down, and what came of the command is unknown: no fault of ours, no refusal. */
class DatabaseAwayTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"08006, connection broken in the statement or in the commit", "57P01, server stopped", "57P02, server crashed",
            "57P03, server starting", "53300, too many connections"})
    void isAnsweredAsUnavailable(String sqlState, String why) {
        Exception translated = new SQLExceptionSubclassTranslator().translate("commit", null, new SQLException(why, sqlState));

        assertUnavailable(translated);
    }

    @Test
    void soIsAPoolWithoutConnections() {
        var noConnection = new SQLTransientConnectionException("pool");
        assertUnavailable(new CannotCreateTransactionException("begin", noConnection));
        assertUnavailable(new SQLExceptionSubclassTranslator().translate("read", null, noConnection));
    }

    @Test
    void soIsAnEndThatNobodyHeard() {
        assertUnavailable(new TransactionSystemException("rollback", new SQLException("connection is closed")));
    }

    @Test
    void aRefusalOfTheDatabaseStaysAFaultOfOurs() {
        assertEquals(500, ProblemAdvice.problem(new DataIntegrityViolationException("constraint")).status());
    }

    private static void assertUnavailable(Exception thrown) {
        Problem problem = ProblemAdvice.problem(thrown);
        assertEquals("503 DATABASE_UNAVAILABLE", problem.status() + " " + problem.code(), thrown.getClass().getName());
    }
}
