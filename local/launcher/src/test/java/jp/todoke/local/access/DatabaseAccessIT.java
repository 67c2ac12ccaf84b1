package jp.todoke.local.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database of the running system lets its roles see, read from its catalogue: a new table or role is held to it too. */
class DatabaseAccessIT {
    private static final String OF_SERVICES = "n.nspname in ('benefits', 'linkage') and c.relkind in ('r', 'p')";
    private static final String TABLES = "select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where ";
    private static final String HAS_TENANT = " exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'municipality_code'"
            + " and a.attnotnull)";

    private final TwoTowns towns = TwoTowns.ready();

    @Test
    void onlyTheHistoryOfMigrationsBelongsToNoMunicipality() {
        assertEquals(Set.of("benefits.flyway_schema_history", "linkage.flyway_schema_history"),
                rows(TABLES + OF_SERVICES + " and not" + HAS_TENANT));
        assertTrue(rows(TABLES + OF_SERVICES + " and" + HAS_TENANT).size() > 25);
    }

    @Test
    void everyTableOfAMunicipalityForcesRowLevelSecurity() {
        assertEquals(Set.of(), rows(TABLES + OF_SERVICES + " and" + HAS_TENANT + " and not (c.relrowsecurity and c.relforcerowsecurity)"));
    }

    /** Whatever the policy is called: it compares with the tenant of the transaction, reading and writing; or it is one of the dispatch roles'. */
    @Test
    void everyPolicyAsksForTheMunicipality() {
        String tenant = "like '%municipality_code%=%current_setting(''app.municipality''%'";
        String ofTenant = " exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd = '*'"
                + " and pg_get_expr(p.polqual, c.oid) " + tenant + " and pg_get_expr(p.polwithcheck, c.oid) " + tenant + ")";
        assertEquals(Set.of(), rows(TABLES + OF_SERVICES + " and" + HAS_TENANT + " and not" + ofTenant));
        assertEquals(Set.of("benefits.outbox benefits_dispatch", "benefits.idempotency_key benefits_dispatch",
                "linkage.outbox linkage_dispatch", "linkage.idempotency_key linkage_dispatch", "linkage.inquiry linkage_dispatch",
                "linkage.intake_package linkage_dispatch", "linkage.provision_record linkage_dispatch",
                "linkage.record_chain linkage_dispatch",
                "linkage.record_seal linkage_owner", "linkage.record_archive linkage_owner",
                "linkage.intake_import linkage_dispatch", "linkage.portal_application linkage_dispatch",
                "linkage.portal_report linkage_dispatch", "linkage.portal_watch linkage_dispatch",
                "linkage.inquiry_file linkage_dispatch", "linkage.linkage_code linkage_dispatch",
                "linkage.network_comparison linkage_dispatch", "linkage.network_difference linkage_dispatch",
                "benefits.question_follow_up benefits_dispatch"), rows("""
                        select schemaname || '.' || tablename || ' ' || array_to_string(roles, ' ') from pg_policies
                        where schemaname in ('benefits', 'linkage') and qual not like '%current_setting(%'"""));
    }

    @Test
    void noLoginRoleOfTheServicesIsAboveThePolicies() {
        Set<String> roles = rows("select rolname from pg_roles where rolcanlogin and rolname ~ '^(benefits|linkage)_'");
        assertEquals(6, roles.size(), roles::toString);
        assertEquals(Set.of(), rows("""
                select rolname from pg_roles where rolcanlogin and rolname ~ '^(benefits|linkage)_'
                and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)"""));
        assertEquals(Set.of(), rows("""
                select m.rolname from pg_auth_members g join pg_roles m on m.oid = g.member join pg_roles r on r.oid = g.roleid
                where m.rolname ~ '^(benefits|linkage)_'"""), "no role is a member of another one, such as the one for bulk work");
        assertEquals(Set.of(), rows("""
                select usename from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
                and usename !~ '^(benefits|linkage)_(app|dispatch|owner)$' and pid <> pg_backend_pid()"""), "who is connected");
    }

    @ParameterizedTest
    @CsvSource({"benefits, linkage", "linkage, benefits"})
    void noServiceReachesIntoTheSchemaOfTheOther(String service, String other) {
        for (String role : List.of("owner", "app", "dispatch")) {
            assertEquals(Set.of("false"),
                    rows("select has_schema_privilege('%s_%s', '%s', 'usage')::text".formatted(service, role, other)));
        }
    }

    /** A claim is (municipality, id, due); the work itself runs under that municipality. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            benefits | idempotency_key.created_at: SELECT; idempotency_key: DELETE; outbox.attempts: SELECT; outbox.delivered_at: SELECT; outbox.id: SELECT; outbox.lease_until: SELECT; outbox.lease_until: UPDATE; outbox.message_key: SELECT; outbox.municipality_code: SELECT; outbox.next_attempt_at: SELECT; outbox.position: SELECT; question_follow_up.attempts: SELECT; question_follow_up.follow_up_id: SELECT; question_follow_up.lease_until: SELECT; question_follow_up.lease_until: UPDATE; question_follow_up.municipality_code: SELECT; question_follow_up.next_attempt_at: SELECT
            linkage  | idempotency_key.created_at: SELECT; idempotency_key: DELETE; inquiry.asked_position: SELECT; inquiry.attempts: SELECT; inquiry.inquiry_id: SELECT; inquiry.lease_until: SELECT; inquiry.lease_until: UPDATE; inquiry.line: SELECT; inquiry.municipality_code: SELECT; inquiry.next_attempt_at: SELECT; inquiry.provider_kikan_cd: SELECT; inquiry.receipt_no: SELECT; inquiry_file.attempts: SELECT; inquiry_file.file_id: SELECT; inquiry_file.lease_until: SELECT; inquiry_file.lease_until: UPDATE; inquiry_file.municipality_code: SELECT; inquiry_file.next_attempt_at: SELECT; intake_import.attempts: SELECT; intake_import.import_id: SELECT; intake_import.lease_until: SELECT; intake_import.lease_until: UPDATE; intake_import.municipality_code: SELECT; intake_import.next_attempt_at: SELECT; intake_package.attempts: SELECT; intake_package.lease_until: SELECT; intake_package.lease_until: UPDATE; intake_package.municipality_code: SELECT; intake_package.next_attempt_at: SELECT; intake_package.package_id: SELECT; linkage_code.attempts: SELECT; linkage_code.lease_until: SELECT; linkage_code.lease_until: UPDATE; linkage_code.municipality_code: SELECT; linkage_code.next_attempt_at: SELECT; linkage_code.request_id: SELECT; network_comparison.attempts: SELECT; network_comparison.comparison_id: INSERT; network_comparison.comparison_id: SELECT; network_comparison.lease_until: SELECT; network_comparison.lease_until: UPDATE; network_comparison.matter: INSERT; network_comparison.matter: SELECT; network_comparison.municipality_code: INSERT; network_comparison.municipality_code: SELECT; network_comparison.next_attempt_at: INSERT; network_comparison.next_attempt_at: SELECT; network_comparison.next_attempt_at: UPDATE; network_comparison.recovering: SELECT; network_comparison.told_until: UPDATE; network_difference.closed_at: SELECT; network_difference.kind: SELECT; network_difference.municipality_code: SELECT; outbox.attempts: SELECT; outbox.delivered_at: SELECT; outbox.id: SELECT; outbox.lease_until: SELECT; outbox.lease_until: UPDATE; outbox.message_key: SELECT; outbox.municipality_code: SELECT; outbox.next_attempt_at: SELECT; outbox.position: SELECT; portal_application.application_id: SELECT; portal_application.attempts: SELECT; portal_application.lease_until: SELECT; portal_application.lease_until: UPDATE; portal_application.municipality_code: SELECT; portal_application.next_attempt_at: SELECT; portal_report.application_id: SELECT; portal_report.attempts: SELECT; portal_report.lease_until: SELECT; portal_report.lease_until: UPDATE; portal_report.municipality_code: SELECT; portal_report.next_attempt_at: SELECT; portal_report.position: SELECT; portal_report.report_id: SELECT; portal_watch.attempts: SELECT; portal_watch.lease_until: SELECT; portal_watch.lease_until: UPDATE; portal_watch.municipality_code: SELECT; portal_watch.next_attempt_at: SELECT; portal_watch.watch_id: SELECT; provision_record.hash: SELECT; provision_record.municipality_code: SELECT; provision_record.occurred_at: SELECT; record_chain.lease_until: INSERT; record_chain.lease_until: SELECT; record_chain.lease_until: UPDATE; record_chain.municipality_code: INSERT; record_chain.municipality_code: SELECT; record_chain.open_day: INSERT; record_chain.open_day: SELECT
            """)
    void theDispatchRoleReadsItsClaimColumnsOnly(String schema, String granted) {
        String query = """
                select table_name || ': ' || privilege_type from information_schema.role_table_grants where grantee = '%1$s_dispatch'
                union select table_name || '.' || column_name || ': ' || privilege_type from information_schema.role_column_grants
                where grantee = '%1$s_dispatch'
                union select table_name || ' to everybody' from information_schema.role_table_grants
                where grantee = 'PUBLIC' and table_schema = '%1$s'""".formatted(schema);
        assertEquals(new TreeSet<>(List.of(granted.split("; "))), rows(query));
    }

    /** The rows themselves, through the roles that the services log in with. */
    @ParameterizedTest
    @ValueSource(strings = {"benefits", "linkage"})
    void aRoleBoundToOneMunicipalitySeesNoRowOfAnother(String schema) throws SQLException {
        var seen = new ArrayList<String>();
        int own = 0;
        for (String table : rows(
                TABLES + "n.nspname = '" + schema + "' and c.relkind in ('r', 'p') and not c.relispartition and" + HAS_TENANT)) {
            for (Town town : towns.both()) {
                own += count(schema, table, town.municipality(), "=", town.municipality());
                if (count(schema, table, town.municipality(), "<>", town.municipality()) > 0) {
                    seen.add(table);
                }
            }
            if (count(schema, table, "", "<>", "") > 0) {
                seen.add(table + " without a municipality");
            }
        }
        assertEquals(List.of(), seen);
        assertTrue(own > 0, "there was something to see");
    }

    @Test
    void aRoleBoundToOneMunicipalityWritesNoRowOfAnother() throws SQLException {
        try (Connection connection = towns.system().database().connect("benefits_app");
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.municipality', '" + towns.tonarino().municipality() + "', false)");
            assertEquals(0, statement.executeUpdate("update benefits.benefit_case set version = version where case_id = '"
                    + towns.todokeno().objects().get("caseId") + "'"));
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute(
                    "insert into benefits.number_series values ('" + towns.todokeno().municipality() + "', 'SMUGGLED', 2026, 1)"));
            assertTrue(refused.getMessage().contains("row-level security"), refused::getMessage);
        }
    }

    private int count(String schema, String table, String tenant, String comparison, String municipality) throws SQLException {
        try (Connection connection = towns.system().database().connect(schema + "_app");
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.municipality', '" + tenant + "', false)");
            try (ResultSet result = statement.executeQuery(
                    "select count(*) from " + table + " where municipality_code " + comparison + " '" + municipality + "'::bpchar")) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    private Set<String> rows(String query) {
        var rows = new TreeSet<String>();
        try (Connection connection = towns.system().database().connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }
}
