package jp.todoke.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the database itself keeps, whatever the code does. Read from the catalogue, so that a new table is held to it too. */
class TenancyTest extends BenefitsTestSystem {
    private static final String TENANT_TABLES = """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'benefits' and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'""";

    @Test
    void forcesRowLevelSecurityOnEveryTable() {
        assertThat(query(TENANT_TABLES)).hasSizeGreaterThan(15);
        assertThat(query(TENANT_TABLES + " and not (c.relrowsecurity and c.relforcerowsecurity)")).isEmpty();
        assertThat(query(TENANT_TABLES + " and not exists (select 1 from pg_policy p where p.polrelid = c.oid)")).isEmpty();
        assertThat(query(TENANT_TABLES + """
                and not exists (
                 select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'municipality_code' and a.attnotnull)""")).isEmpty();
    }

    @Test
    void startsEveryPrimaryKeyWithTheMunicipality() {
        assertThat(query(TENANT_TABLES + """
                and not exists (
                 select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                 where i.indrelid = c.oid and i.indisprimary and a.attname = 'municipality_code')""")).isEmpty();
    }

    @Test
    void readsThroughViewsUnderTheTenantToo() {
        assertThat(query("""
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'benefits' and c.relkind = 'v' and not coalesce('security_invoker=true' = any(c.reloptions), false)"""))
                .isEmpty();
    }

    @Test
    void runsAsRolesThatCannotBypass() {
        assertThat(query("select rolname from pg_roles where rolname in ('benefits_app', 'benefits_owner', 'benefits_dispatch')"))
                .hasSize(3);
        assertThat(query("select rolname from pg_roles where rolname like 'benefits%' and (rolsuper or rolbypassrls)")).isEmpty();
    }

    @Test
    void showsNoRowOfAnotherMunicipality() throws SQLException {
        decided(TestFamily.singleParent(), HERE);
        decided(TestFamily.divorcedMother().supporter("21", "祖父", 0), HERE);

        for (String table : query(TENANT_TABLES)) {
            assertThat(visible(table, NEIGHBOUR, HERE)).as(table + " across").isZero();
            assertThat(visible(table, "", HERE)).as(table + " without tenant").isZero();
        }
        assertThat(visible("benefit_case", HERE, HERE)).isPositive();
    }

    /** Income, illness, pensions and what ended a marriage are nobody's to read in a table. */
    @Test
    void keepsWhatFamiliesDeclareAndTaxTellsSealed() {
        TestFamily family = TestFamily.divorcedMother().taxItems("01", 1_111_111, 1, Map.of("speciallyDisabledPersons", 1));
        Reply decided = decided(family, HERE);

        assertThat(query("""
                select encode(declaration_cipher, 'escape') from benefits.benefit_case where case_id = ?::uuid
                union all select encode(content_cipher, 'escape') from benefits.fact where case_id = ?::uuid
                union all select encode(detail_cipher, 'escape') from benefits.tax_version where atenabango = ?""",
                decided.at("/caseId").asString(), decided.at("/caseId").asString(), family.atenabango("01")))
                .hasSizeGreaterThan(8)
                .noneMatch(kept -> kept.contains("DIVORCE") || kept.contains("1111111") || kept.contains("Yen"));
    }

    @Test
    void refusesARowForAnotherMunicipality() throws SQLException {
        try (Connection connection = DATABASE.connect("benefits_app"); Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.municipality', '" + NEIGHBOUR + "', false)");

            assertThatThrownBy(() -> statement.execute(
                    "insert into person (municipality_code, atenabango, kind, created_at) values ('139998', '000000000000000', 'RESIDENT', now())"))
                    .hasMessageContaining("row-level security");
        }
    }

    /** The application's role has no right to it, and the owner runs into the trigger. */
    @Test
    void neverChangesWhatStandsForEver() throws SQLException {
        // Every table needs a row, whichever test runs first: what changes nothing is refused nothing.
        decided(TestFamily.divorcedMother(), HERE);

        for (String table : List.of("decision", "decision_month", "proposal", "proposal_verdict", "fact", "fact_confirmation", "question",
                "answer",
                "audit_record", "person_version", "tax_version")) {
            for (String role : List.of("benefits_app", "benefits_owner")) {
                try (Connection connection = DATABASE.connect(role); Statement statement = connection.createStatement()) {
                    statement.execute("select set_config('app.municipality', '" + HERE + "', false)");
                    String expected = role.equals("benefits_app") ? "permission denied" : "never changed";
                    assertThatThrownBy(() -> statement.execute("delete from " + table)).as(role + " " + table)
                            .hasMessageContaining(expected);
                    assertThatThrownBy(() -> statement.execute("update " + table + " set municipality_code = municipality_code"))
                            .as(role + " " + table)
                            .hasMessageContaining(expected);
                    assertThatThrownBy(() -> statement.execute("truncate " + table + " cascade")).as(role + " " + table)
                            .isInstanceOf(SQLException.class);
                }
            }
        }
    }

    @Test
    void describesEveryTableAndColumn() {
        assertThat(query(TENANT_TABLES + " and obj_description(c.oid) is null")).isEmpty();
        assertThat(query("""
                select c.relname || '.' || a.attname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where n.nspname = 'benefits' and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
                  and col_description(c.oid, a.attnum) is null""")).isEmpty();
    }

    private static long visible(String table, String tenant, String owner) throws SQLException {
        List<Long> counts = new ArrayList<>();
        try (Connection connection = DATABASE.connectAsSuperuser(); Statement statement = connection.createStatement()) {
            statement.execute("set role benefits_owner");
            statement.execute("set search_path = benefits");
            statement.execute("select set_config('app.municipality', '" + tenant + "', false)");
            try (PreparedStatement select = connection
                    .prepareStatement("select count(1) from " + table + " where municipality_code = ?::bpchar")) {
                select.setString(1, owner);
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    counts.add(rows.getLong(1));
                }
            }
        }
        return counts.getFirst();
    }
}
