package jp.todoke.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells PostgreSQL, at the begin of every transaction and for this transaction only, which municipality's rows may be
 * seen. Without a bound tenant nothing is set, and row-level security then shows no row at all.
 */
public final class TenantTransactionManager extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    public TenantTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        Optional<Municipality> tenant = Tenant.bound();
        if (tenant.isPresent()) {
            try (PreparedStatement statement = connection.prepareStatement("select set_config('app.municipality', ?, true)")) {
                statement.setString(1, tenant.get().code());
                statement.execute();
            }
        }
    }
}
