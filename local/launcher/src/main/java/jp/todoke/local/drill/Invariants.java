package jp.todoke.local.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.todoke.local.demo.ActualOutcome;
import jp.todoke.local.demo.BankFile;
import jp.todoke.local.demo.JobResult;
import jp.todoke.local.postgres.Database;

/** What must hold in the database and the logs when the job is done, whatever happened meanwhile: each a count that must be 0. */
final class Invariants {
    private static final Pattern PERSONAL = Pattern.compile("9999[89]\\d{7}|東京都(届野市|隣野市)\\p{L}+丁目");

    /** By the name of its figure. */
    private static final Map<String, String> COUNTS = new LinkedHashMap<>();

    static {
        count("months_instructed_twice", """
                select count(*) from (select 1 from benefits.ledger_entry where kind = 'REGULAR' and reversal_id is null
                group by municipality_code, programme, child_atenabango, month having count(*) > 1) twice""");
        count("months_instructed_beyond_decided",
                """
                        select count(*) from (select sum(e.yen) as instructed,
                          (select coalesce(max(d.yen), 0) from benefits.decided_month_current d where d.municipality_code = e.municipality_code
                           and d.programme = e.programme and d.child_atenabango = e.child_atenabango and d.month = e.month and d.outcome = 'GRANTED') as decided
                        from benefits.ledger_entry e where e.reversal_id is null
                        group by e.municipality_code, e.programme, e.child_atenabango, e.month) m where instructed > decided""");
        count("bank_files_beside_the_ledger",
                """
                        select count(*) from benefits.bank_file f where f.total_yen <>
                          (select coalesce(sum(e.yen), 0) from benefits.ledger_entry e join benefits.payment_item i using (municipality_code, item_id)
                           where i.municipality_code = f.municipality_code and i.run_id = f.run_id)""");
        count("payment_runs_too_many", """
                select count(*) - (select count(*) from benefits.bank_file) + greatest(0, count(*) - 2) from benefits.payment_run""");
        count("packages_without_case",
                """
                        select count(*) from linkage.intake_package p where p.state = 'RECEIVED' or p.state = 'ACCEPTED'
                          and (select count(*) from benefits.benefit_case c where c.municipality_code = p.municipality_code and c.package_id = p.package_id) <> 1""");
        count("decisions_or_notices_not_one", """
                select count(*) from benefits.benefit_case c where
                  (select count(*) from benefits.decision d where d.municipality_code = c.municipality_code and d.case_id = c.case_id)
                    <> (case when c.state = 'DECIDED' then 1 else 0 end)
                  or (select count(*) from benefits.notice n where n.municipality_code = c.municipality_code and n.case_id = c.case_id)
                    <> (case when c.state = 'DECIDED' then 1 else 0 end)""");
        count("holes_in_numbers",
                """
                        select coalesce(sum(abs(last_number - given)), 0)::bigint from (select s.last_number, case s.series
                          when 'CASE' then (select count(distinct case_number) from benefits.benefit_case c where c.municipality_code = s.municipality_code)
                          when 'DECISION' then (select count(distinct decision_number) from benefits.decision d where d.municipality_code = s.municipality_code)
                          when 'PAYMENT_ITEM' then (select count(distinct item_number) from benefits.payment_item i where i.municipality_code = s.municipality_code)
                          else s.last_number end as given from benefits.number_series s) numbers""");
        count("messages_left",
                """
                        select (select count(*) from benefits.outbox where delivered_at is null) + (select count(*) from linkage.outbox where delivered_at is null)""");
        count("messages_not_handled", """
                select (select count(*) from benefits.outbox o where not exists
                    (select 1 from linkage.inbox i where i.municipality_code = o.municipality_code and i.id = o.id))
                  + (select count(*) from linkage.outbox o where not exists
                    (select 1 from benefits.inbox i where i.municipality_code = o.municipality_code and i.id = o.id))""");
        count("leases_left",
                """
                        select (select count(*) from benefits.outbox where lease_until is not null) + (select count(*) from linkage.outbox where lease_until is not null)
                          + (select count(*) from linkage.inquiry where lease_until is not null)
                          + (select count(*) from linkage.intake_package where lease_until is not null)""");
        count("inquiries_left", "select count(*) from linkage.inquiry where answer is null");
        count("questions_not_asked_or_answered_once",
                """
                        select count(*) from benefits.question q where
                          (select count(*) from benefits.answer a where a.municipality_code = q.municipality_code and a.question_id = q.question_id) <> 1
                          or q.channel in ('JUKI', 'CHUKAN')
                            and (select count(*) from linkage.inquiry i where i.municipality_code = q.municipality_code and i.inquiry_id = q.question_id) <> 1""");
        count("answers_aside", "select count(*) from benefits.answer_aside");
        count("receipts_twice",
                """
                        select count(*) from (select 1 from linkage.inquiry where receipt_no is not null group by receipt_no having count(*) > 1) twice""");
        // 番号法第23条: what is asked inside the municipality, or of its bank, leaves none.
        count("provision_records_missing",
                """
                        select count(*) from linkage.inquiry i where i.sent_at is not null
                          and (select count(*) from linkage.provision_record p where p.municipality_code = i.municipality_code and p.inquiry_id = i.inquiry_id)
                            <> case when i.tm_cd is null and i.juki_purpose is null then 0 else 1 end""");
        count("answers_not_kept_once",
                """
                        select count(*) from linkage.inquiry i where i.state = 'COMPLETED'
                          and (select count(*) from linkage.inquiry_answer a where a.municipality_code = i.municipality_code and a.inquiry_id = i.inquiry_id) <> 1""");
        count("commands_without_answer",
                """
                        select (select count(*) from benefits.idempotency_key where status is null) + (select count(*) from linkage.idempotency_key where status is null)""");
    }

    private Invariants() {}

    private static void count(String name, String sql) {
        COUNTS.put(name, sql);
    }

    /** What is broken, by name; every invariant is there, also one that holds. */
    static Map<String, Long> broken(Database database, JobResult result, Collection<Passage.Answered> answered, List<Path> logs) {
        var broken = new LinkedHashMap<String, Long>();
        broken.put("lost", lost(result));
        broken.putAll(inDatabase(database));
        try (Connection connection = database.connectAsSuperuser()) {
            broken.put("bank_file_yen_beside_the_ledger", Math.abs(number(connection,
                    "select coalesce(sum(yen), 0)::bigint from benefits.ledger_entry where kind <> 'OFFSET'") - yenOfFiles(result)));
            broken.put("audit_records_missing", unaudited(connection, answered));
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked", e);
        }
        broken.put("personal_data_in_logs", personal(logs));
        return broken;
    }

    /** Those that need nothing but the database. */
    static Map<String, Long> inDatabase(Database database) {
        var broken = new LinkedHashMap<String, Long>();
        try (Connection connection = database.connectAsSuperuser()) {
            for (var count : COUNTS.entrySet()) {
                broken.put(count.getKey(), number(connection, count.getValue()));
            }
            return broken;
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked", e);
        }
    }

    static long personal(List<Path> logs) {
        return logs.stream().filter(Invariants::isPersonal).count();
    }

    /** 受付 with an outcome of its own: the package kept as it was judged, and its case there if it was taken over. */
    private static long lost(JobResult result) {
        return result.outcomes().stream()
                .filter(outcome -> outcome.submission().packageId() == null || outcome.submission().accepted() != (outcome.view() != null))
                .map(ActualOutcome::submission).count();
    }

    private static long yenOfFiles(JobResult result) {
        return result.days().values().stream().mapToLong(day -> {
            try {
                return BankFile.read(Files.readAllBytes(day.bankFile()), day.run().getPaymentDate()).total();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).sum();
    }

    /** A command leaves one record and a view at least one, each under the id that its request carried. */
    private static long unaudited(Connection connection, Collection<Passage.Answered> answered) throws SQLException {
        long missing = 0;
        try (var query = connection.prepareStatement("select count(*) from benefits.audit_record where correlation_id = ?")) {
            for (Passage.Answered one : answered) {
                query.setString(1, one.correlationId());
                try (var rows = query.executeQuery()) {
                    rows.next();
                    long found = rows.getLong(1);
                    // 受取 leaves its trail at the package and at the opening of the case.
                    boolean intake = one.path().contains("/intake/");
                    missing += !intake && (found == 0 || one.command() && found != 1) ? 1 : 0;
                }
            }
        }
        return missing;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static boolean isPersonal(Path log) {
        try {
            return PERSONAL.matcher(Files.readString(log)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
