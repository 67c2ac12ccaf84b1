package jp.todoke.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import jp.todoke.tenancy.BusinessDate;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class TenancyTest extends ServiceTest {
    @Autowired
    ThingMapper things;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    Outbox outbox;
    @Autowired
    BusinessDate businessDate;

    @Test
    void answersAnothersThingAsIfItDidNotExist() {
        String body = add("key-00000001", "{\"name\":\"desk\",\"kind\":\"LARGE\"}", writer(HERE)).body();
        String path = "/api/v1/things/" + new JsonMapper().readTree(body).get("id").asString();

        assertEquals(200, get(path, writer(HERE)).statusCode());
        assertEquals(404, get(path, writer(NEIGHBOUR)).statusCode());
        assertEquals("[]", get("/api/v1/things", writer(NEIGHBOUR)).body());
    }

    @Test
    void showsAndChangesRowsOfTheBoundTenantOnly() {
        var added = inTransactionOf(HERE, () -> things.add(HERE, "desk"));

        assertEquals(List.of("desk"), inTransactionOf(HERE, things::names));
        assertEquals(List.of(), inTransactionOf(NEIGHBOUR, things::names));
        assertEquals(0, inTransactionOf(NEIGHBOUR, () -> things.rename(added.id(), "taken")));
        assertThrows(DataAccessException.class, () -> inTransactionOf(NEIGHBOUR, () -> things.add(HERE, "smuggled")));
    }

    @Test
    void showsNothingWithoutATenantAndNothingOutsideATransaction() {
        inTransactionOf(HERE, () -> things.add(HERE, "desk"));

        assertEquals(List.of(), transaction.execute(status -> things.names()));
        assertEquals(List.of(), Tenant.in(new Municipality(HERE), things::names));
        assertThrows(DataAccessException.class, () -> transaction.execute(status -> things.add(HERE, "smuggled")));
    }

    @Test
    void forgetsTheTenantAtTheEndOfTheTransaction() {
        for (int i = 0; i < 30; i++) {
            inTransactionOf(HERE, () -> things.add(HERE, "desk"));
            assertEquals(List.of(), transaction.execute(status -> things.names()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"benefits_app", "benefits_dispatch", "benefits_owner"})
    void rolesAreBoundByRowLevelSecurity(String role) throws SQLException {
        try (Connection connection = DATABASE.connect(role);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
            rows.next();
            assertFalse(rows.getBoolean(1));
        }
    }

    @Test
    void everyTenantTableForcesRowLevelSecurity() throws SQLException {
        try (Connection connection = DATABASE.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select relname, relrowsecurity and relforcerowsecurity from pg_class join pg_namespace n on n.oid = relnamespace"
                                + " where nspname = 'benefits' and relkind = 'r' and relname <> 'flyway_schema_history'")) {
            while (rows.next()) {
                assertTrue(rows.getBoolean(2), rows.getString(1));
            }
        }
    }

    /** One row by its id, whatever the size of the table: the policy must leave the primary key usable. */
    @ParameterizedTest
    @ValueSource(strings = {"select type from benefits.outbox where id = '0190f3a2-0000-7000-8000-000000000001'",
            "select status from benefits.idempotency_key where subject = 'x' and idempotency_key = 'y'"})
    void rowLevelSecurityLetsTheIndexServe(String read) throws SQLException {
        try (Connection connection = DATABASE.connect("benefits_app"); var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            statement.execute("select set_config('app.municipality', '" + HERE + "', false)");
            var plan = new StringBuilder();
            try (var rows = statement.executeQuery("explain " + read)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            assertTrue(plan.toString().contains("Index Cond: ((municipality_code = "), plan::toString);
        }
    }

    @Test
    void theDispatchRoleSeesWhatIsDueAndNothingOfIt() throws SQLException {
        inTransactionOf(HERE, () -> {
            outbox.send("application.status", "desk", List.of("secret"));
            return true;
        });

        try (Connection connection = DATABASE.connect("benefits_dispatch"); var statement = connection.createStatement()) {
            assertTrue(statement.executeQuery("select id from benefits.outbox").next());
            for (String forbidden : List.of("select payload from benefits.outbox", "select id from benefits.thing",
                    "select id from benefits.inbox",
                    "update benefits.outbox set delivered_at = now()", "delete from benefits.outbox")) {
                assertThrows(SQLException.class, () -> statement.execute(forbidden), forbidden);
            }
        }
    }

    @Test
    void theBusinessDateIsTheDayInJapan() {
        assertEquals(LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Tokyo")), businessDate.today());
    }

    private <T> T inTransactionOf(String municipality, Supplier<T> work) {
        return Tenant.in(new Municipality(municipality), () -> transaction.execute(status -> work.get()));
    }
}
