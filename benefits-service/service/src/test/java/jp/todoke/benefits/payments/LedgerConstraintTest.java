package jp.todoke.benefits.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import jp.todoke.local.postgres.Database;
import jp.todoke.local.postgres.EmbeddedCluster;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;

/** What the database itself refuses, whatever the code above it does. */
class LedgerConstraintTest {
    private static final String CITY = "139998";
    private static final String OTHER_CITY = "139980";
    private static final String MOTHER = "000000000000001";
    private static final String FATHER = "000000000000002";
    private static final String CHILD = "000000000000003";
    private static Database database;
    private Connection app;

    @BeforeAll
    static void migrate() {
        database = EmbeddedCluster.forTests().newDatabase();
        Flyway.configure().dataSource(database.jdbcUrl(), database.user("benefits_owner"), database.password("benefits_owner"))
                .schemas("benefits")
                .defaultSchema("benefits").createSchemas(false).locations("classpath:db/migration").placeholders(
                        Map.of("schema", "benefits", "app_role", database.user("benefits_app"), "dispatch_role",
                                database.user("benefits_dispatch")))
                .load().migrate();
    }

    @BeforeEach
    void decideTenThousandForOneMonth() throws SQLException {
        app = database.connect("benefits_app");
        app.setAutoCommit(false);
        actFor(CITY);
    }

    @AfterEach
    void close() throws SQLException {
        app.rollback();
        app.close();
    }

    @Test
    void 事故_17_refusesASecondRegularRowOfAMonthWhoeverTheRecipient() throws SQLException {
        UUID decision = decided(10_000, CHILD, MOTHER);
        pay("REGULAR", 10_000, CHILD, MOTHER, decision);
        app.commit();
        actFor(CITY);

        assertThatThrownBy(() -> pay("REGULAR", 1, CHILD, FATHER, decision)).isInstanceOf(PSQLException.class)
                .hasMessageContaining("ledger_entry_regular_uq");
    }

    @Test
    void 事故_02_refusesAtCommitMoreThanWasDecided() throws SQLException {
        UUID decision = decided(10_000, "000000000000013", MOTHER);
        pay("REGULAR", 10_000, "000000000000013", MOTHER, decision);
        pay("ARREARS", 1, "000000000000013", MOTHER, decision);

        assertThatThrownBy(app::commit).isInstanceOf(PSQLException.class).hasMessageContaining("more is instructed than decided");
    }

    @Test
    void refusesAMonthThatNobodyDecided() throws SQLException {
        UUID decision = decided(10_000, "000000000000023", MOTHER);
        person("000000000000024");
        pay("REGULAR", 10_000, "000000000000024", MOTHER, decision);

        assertThatThrownBy(app::commit).isInstanceOf(PSQLException.class).hasMessageContaining("more is instructed than decided");
    }

    @Test
    void doesNotPayAMonthTwiceBecauseTwoRecipientsWereDecided() throws SQLException {
        UUID mothers = decided(10_000, "000000000000033", MOTHER);
        UUID fathers = decided(10_000, "000000000000033", FATHER);
        pay("REGULAR", 10_000, "000000000000033", MOTHER, mothers);
        pay("ARREARS", 10_000, "000000000000033", FATHER, fathers);

        assertThatThrownBy(app::commit).isInstanceOf(PSQLException.class).hasMessageContaining("more is instructed than decided");
    }

    @Test
    void paysAReturnedMonthOnceMoreAsARepayment() throws SQLException {
        String child = "000000000000043";
        UUID decision = decided(10_000, child, MOTHER);
        UUID entry = pay("REGULAR", 10_000, child, MOTHER, decision);
        app.commit();
        actFor(CITY);
        reverse(entry);
        repay(entry, child, decision);
        app.commit();
        actFor(CITY);

        assertThat(instructed(child)).isEqualTo(10_000);
        assertThatThrownBy(() -> reverse(entry)).isInstanceOf(PSQLException.class).hasMessageContaining("reverse them once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update ledger_entry set yen = 1", "delete from ledger_entry", "truncate ledger_entry",
            "update bank_file set sequence = 9",
            "delete from payment_item", "update payment_item_month set yen = 1", "delete from notice"})
    void theApplicationMayNotRewriteWhatWasInstructed(String statement) throws SQLException {
        try (Statement change = app.createStatement()) {
            assertThatThrownBy(() -> change.execute(statement)).isInstanceOf(PSQLException.class).hasMessageContaining("permission denied");
        }
    }

    @Test
    void notEvenTheOwnerMayRewriteTheLedger() throws SQLException {
        UUID decision = decided(10_000, "000000000000053", MOTHER);
        pay("REGULAR", 10_000, "000000000000053", MOTHER, decision);
        app.commit();
        try (Connection owner = database.connect("benefits_owner"); Statement change = owner.createStatement()) {
            change.execute("select set_config('app.municipality', '" + CITY + "', false)");

            assertThatThrownBy(() -> change.execute("update ledger_entry set yen = 1")).hasMessageContaining("never changed");
            assertThatThrownBy(() -> change.execute("delete from ledger_entry")).hasMessageContaining("never changed");
        }
    }

    @Test
    void anotherMunicipalitySeesAndWritesNothing() throws SQLException {
        UUID decision = decided(10_000, "000000000000063", MOTHER);
        pay("REGULAR", 10_000, "000000000000063", MOTHER, decision);
        app.commit();
        actFor(OTHER_CITY);

        assertThat(instructed("000000000000063")).isZero();
        assertThatThrownBy(() -> execute(
                "insert into payment_run (municipality_code, run_id, programme, payment_date, last_month, state, version,"
                        + " item_count, total_yen, created_by, created_at) values (?, uuidv7(), 'CHILD_ALLOWANCE', '2027-02-10', '2027-01-01', 'CREATED', 1, 0, 0, 'x', now())",
                CITY)).hasMessageContaining("row-level security");
    }

    @Test
    void theCreatorOfARunCannotApproveIt() {
        assertThatThrownBy(
                () -> execute("insert into payment_run (municipality_code, run_id, programme, payment_date, last_month, state, version,"
                        + " item_count, total_yen, created_by, created_at, approved_by, approved_at) values (?, uuidv7(), 'CHILD_ALLOWANCE', '2027-02-10', '2027-01-01',"
                        + " 'FILE_MADE', 1, 1, 1, 'payments', now(), 'payments', now())", CITY))
                .hasMessageContaining("payment_run_two_people");
    }

    @Test
    void 事故_01_theSameBytesAreKeptOnceOnly() throws SQLException {
        UUID first = run();
        UUID second = run();
        file(first, 1);

        assertThatThrownBy(() -> file(second, 2)).hasMessageContaining("bank_file_content_uq");
    }

    private void actFor(String municipality) throws SQLException {
        execute("select set_config('app.municipality', ?, true)", municipality);
    }

    private void person(String atenabango) throws SQLException {
        execute("insert into person (municipality_code, atenabango, kind, created_at) values (?, ?, 'RESIDENT', now()) on conflict do nothing",
                CITY,
                atenabango);
    }

    private UUID decided(long yen, String child, String recipient) throws SQLException {
        for (String person : new String[]{MOTHER, FATHER, child}) {
            person(person);
        }
        UUID id = UUID.randomUUID();
        execute("insert into benefit_case (municipality_code, case_id, case_number, programme, state, version, package_id, uketsuke_bango, package_sha256,"
                + " arrived_at, received_on, jpki_serial, signature_verified, application_cipher, application_key_id,"
                + " public_servant, attachment_names, withheld, opened_at)"
                + " values (?, ?, ?, 'CHILD_ALLOWANCE', 'DECIDED', 1, uuidv7(), 'M1', 'x', now(), '2026-11-16', 'J1', true, '\\x00', 'k1', false, '[]', false, now())",
                CITY,
                id, id.toString());
        execute("insert into proposal (municipality_code, proposal_id, case_id, outcome, rule_version, input, trace, result, proposed_by, proposed_at)"
                + " values (?, ?, ?, 'GRANTED', '1', '{}', '{}', '{}', 'caseworker', now())", CITY, id, id);
        execute("insert into decision (municipality_code, decision_id, decision_number, case_id, proposal_id, programme, recipient_atenabango, outcome,"
                + " first_month, decided_on, proposed_by, approved_by, rule_version, input, trace, result, recorded_at)"
                + " values (?, ?, ?, ?, ?, 'CHILD_ALLOWANCE', ?, 'GRANTED', '2026-12-01', '2026-11-20', 'caseworker', 'approver', '1', '{}', '{}', '{}', now())",
                CITY, id, id.toString(), id, id, recipient);
        execute("insert into decision_month (municipality_code, decision_id, month, child_atenabango, programme, outcome, yen)"
                + " values (?, ?, '2026-12-01', ?, 'CHILD_ALLOWANCE', 'GRANTED', ?)", CITY, id, child, yen);
        return id;
    }

    private UUID run() throws SQLException {
        UUID run = UUID.randomUUID();
        execute("insert into payment_run (municipality_code, run_id, programme, payment_date, last_month, state, version, item_count, total_yen, created_by,"
                + " created_at, approved_by, approved_at) values (?, ?, 'CHILD_ALLOWANCE', '2027-02-10', '2027-01-01', 'FILE_MADE', 2, 1, 1, 'payments', now(), 'approver', now())",
                CITY, run);
        return run;
    }

    private void file(UUID run, int sequence) throws SQLException {
        execute("insert into bank_file (municipality_code, file_id, run_id, payment_date, sequence, name, content, sha256, item_count, total_yen, made_at)"
                + " values (?, uuidv7(), ?, '2027-02-10', ?, ?, 'abc'::bytea, encode(sha256('abc'::bytea), 'hex'), 1, 1, now())", CITY, run,
                sequence,
                run.toString());
    }

    private UUID item(String recipient, UUID decision, long yen) throws SQLException {
        UUID item = UUID.randomUUID();
        UUID participant = UUID.randomUUID();
        execute("insert into case_participant (municipality_code, participant_id, case_id, role, position, name, name_key, birth_date)"
                + " values (?, ?, ?, 'APPLICANT', (select count(*) from case_participant), '届野花子', '届野花子', '1990-01-01')", CITY,
                participant, decision);
        execute("insert into fact (municipality_code, fact_id, case_id, participant_id, kind, source, content_cipher, content_key_id, recorded_at)"
                + " values (?, ?, ?, ?, 'ACCOUNT', 'APPLICANT', 'x', 'k', now())", CITY, item, decision, participant);
        execute("insert into payment_item (municipality_code, item_id, item_number, run_id, case_id, recipient_atenabango, account_fact_id, yen)"
                + " values (?, ?, (select coalesce(max(item_number), 0) + 1 from payment_item), ?, ?, ?, ?, ?)", CITY, item, run(),
                decision, recipient,
                item, yen);
        return item;
    }

    private UUID pay(String kind, long yen, String child, String recipient, UUID decision) throws SQLException {
        UUID entry = UUID.randomUUID();
        execute("insert into ledger_entry (municipality_code, entry_id, programme, child_atenabango, month, recipient_atenabango, kind, yen, decision_id,"
                + " item_id, recorded_at) values (?, ?, 'CHILD_ALLOWANCE', ?, '2026-12-01', ?, ?, ?, ?, ?, now())", CITY, entry, child,
                recipient, kind, yen,
                decision, item(recipient, decision, yen));
        return entry;
    }

    private void repay(UUID entry, String child, UUID decision) throws SQLException {
        execute("insert into ledger_entry (municipality_code, programme, child_atenabango, month, recipient_atenabango, kind, yen, decision_id, item_id,"
                + " repays_entry_id, recorded_at) values (?, 'CHILD_ALLOWANCE', ?, '2026-12-01', ?, 'REPAYMENT', 10000, ?, ?, ?, now())",
                CITY, child, MOTHER,
                decision, item(MOTHER, decision, 10_000), entry);
    }

    private void reverse(UUID entry) throws SQLException {
        UUID reversal = UUID.randomUUID();
        execute("insert into ledger_reversal (municipality_code, reversal_id, reason, recorded_by, recorded_at) values (?, ?, 'RETURNED', 'payments', now())",
                CITY, reversal);
        execute("update ledger_entry set reversal_id = ? where entry_id = ?", reversal, entry);
    }

    private long instructed(String child) throws SQLException {
        try (PreparedStatement sum = app.prepareStatement(
                "select coalesce(sum(yen), 0) from ledger_entry where child_atenabango = ? and reversal_id is null")) {
            sum.setString(1, child);
            try (ResultSet rows = sum.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void execute(String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = app.prepareStatement(statement)) {
            for (int index = 0; index < values.length; index++) {
                prepared.setObject(index + 1, values[index]);
            }
            prepared.execute();
        }
    }
}
