package jp.todoke.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest extends IntegrationTest {

    @Test
    void keepsTenantsApartInEveryTable() {
        assertThat(
                query("""
                        select relname from pg_class where relnamespace = 'linkage'::regnamespace and relkind in ('r', 'p') and relname <> 'flyway_schema_history'
                           and not (relrowsecurity and relforcerowsecurity)"""))
                .isEmpty();
        assertThat(query("select relname from pg_class where relnamespace = 'linkage'::regnamespace and relkind = 'r'")).contains("inquiry",
                "intake_package");
    }

    @Test
    void explainsEveryTableAndColumn() {
        assertThat(query("""
                select c.relname || '.' || coalesce(a.attname, '')
                  from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 where c.relnamespace = 'linkage'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'
                   and (col_description(c.oid, a.attnum) is null or obj_description(c.oid) is null)""")).isEmpty();
    }

    @ParameterizedTest(name = "{0} may not: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            linkage_app      | update linkage.provision_record set officer = 'x'
            linkage_app      | delete from linkage.provision_record
            linkage_app      | update linkage.record_seal set records = 0
            linkage_app      | delete from linkage.record_seal
            linkage_app      | delete from linkage.record_chain
            linkage_app      | insert into linkage.record_archive select * from linkage.record_archive
            linkage_app      | update linkage.record_view set subject = 'x'
            linkage_app      | delete from linkage.record_view
            linkage_app      | select linkage.drop_record_day('2018-01-01')
            linkage_app      | select linkage.ensure_record_day('2018-01-01')
            linkage_app      | select linkage.confirm_record_archive('139998', '2018-01-01', '', '')
            linkage_dispatch | select linkage.drop_record_day('2018-01-01')
            linkage_dispatch | select linkage.confirm_record_archive('139998', '2018-01-01', '', '')
            linkage_dispatch | select last_hash from linkage.record_chain
            linkage_dispatch | update linkage.record_chain set open_day = '2018-01-01'
            linkage_app      | update linkage.intake_package set original = 'x'
            linkage_app      | delete from linkage.intake_package
            linkage_app      | delete from linkage.inquiry_answer
            linkage_app      | update linkage.intake_view set viewer = 'x'
            linkage_app      | delete from linkage.intake_view
            linkage_app      | update linkage.intake_import set original = 'x'
            linkage_app      | update linkage.intake_import_row set outcome = 'ACCEPTED'
            linkage_app      | update linkage.portal_report set status = 'COMPLETED'
            linkage_app      | delete from linkage.portal_application
            linkage_dispatch | select uketsuke_bango from linkage.portal_application
            linkage_dispatch | select message from linkage.portal_report
            linkage_dispatch | select original from linkage.intake_import
            linkage_app      | update linkage.inquiry set legal_basis = 'x'
            linkage_app      | delete from linkage.inquiry_file_stray
            linkage_app      | update linkage.inquiry_file set file_name = 'x'
            linkage_app      | update linkage.inquiry_round_line set atenabango = 'x'
            linkage_dispatch | select file_name from linkage.inquiry_file
            linkage_dispatch | select atenabango from linkage.inquiry_round_line
            linkage_dispatch | select atenabango from linkage.inquiry
            linkage_dispatch | select original from linkage.intake_package
            linkage_dispatch | select uketsuke_bango from linkage.intake_package
            linkage_dispatch | update linkage.intake_package set state = 'REFUSED'
            linkage_dispatch | select officer from linkage.provision_record
            linkage_app      | delete from linkage.network_difference
            linkage_app      | update linkage.network_difference set item = 'x'
            linkage_app      | insert into linkage.network_comparison select * from linkage.network_comparison
            linkage_app      | delete from linkage.inquiry_former_receipt
            linkage_app      | update linkage.inquiry_former_receipt set receipt_no = 'x'
            linkage_dispatch | select item from linkage.network_difference
            linkage_dispatch | select receipt_no from linkage.inquiry_former_receipt
            linkage_dispatch | update linkage.inquiry set state = 'FAILED'
            """)
    void grantsNoMoreThanTheWorkNeeds(String role, String statement) throws SQLException {
        try (Connection connection = DATABASE.connect(role); var sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement)).isInstanceOf(SQLException.class).hasMessageContaining("permission denied");
        }
    }
}
