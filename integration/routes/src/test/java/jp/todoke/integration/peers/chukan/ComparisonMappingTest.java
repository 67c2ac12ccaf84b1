package jp.todoke.integration.peers.chukan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.todoke.integration.inquiry.comparison.NetworkReply;
import jp.todoke.integration.inquiry.comparison.NetworkRequest;
import jp.todoke.integration.peers.PeerUnreachable;
import jp.todoke.peers.chukan.ApiClient;
import jp.todoke.peers.chukan.model.InquiryList;
import jp.todoke.peers.chukan.model.MasterChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page of a list must have before anything of it is believed. */
class ComparisonMappingTest {
    private static final String ASKER = "0220113999801700";
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-16T12:00:00+09:00");
    private final ComparisonMapping mapping = new ComparisonMapping();

    private NetworkReply.MasterChanges masters(String row) {
        var asked = new NetworkRequest.ListMasterChanges(UUID.randomUUID(), ASKER, null, null, 5);
        String page = "{\"shokaishaKikanCd\":\"%s\",\"asOf\":\"2026-11-16T12:00:00+09:00\",\"items\":[%s]}".formatted(ASKER, row);
        var changes = ApiClient.createDefaultMapper(null).readValue(page, MasterChanges.class);
        return (NetworkReply.MasterChanges) mapping.toMasterChanges(new NetworkListMessages.MastersPulled(asked, changes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', useHeadersInDisplayName = true, textBlock = """
            row                                                                                                                           | read as
            {"table":"INSTITUTION","kikanCd":"0220101202501700","kikanKbn":"CORE_CITY"}                                                    | 0220101202501700=CORE_CITY
            {"table":"INSTITUTION","kikanCd":"0220101202501700","kikanKbn":"CORE_CITY","appliesTo":"2027-03-31"}                           | 0220101202501700=CORE_CITY until 2027-03-31
            {"table":"DUTY","jimuCd":"JM01000000106000"}                                                                                  | JM01000000106000=
            {"table":"PROCEDURE","jimutetsuzukiCd":"JT01010000009901","appliesTo":"2027-03-31"}                                            | JT01010000009901=until 2027-03-31
            {"table":"INFORMATION","tokuteikojinjohomeiCd":"TM00000000000002"}                                                             | TM00000000000002=
            {"table":"LAYOUT","tokuteikojinjohomeiCd":"TM00000000000002","datasetNo":"0001","hanNo":"0008","appliesFrom":"2026-10-01"}     | TM00000000000002 0001 0008 2026-10-01=
            {"table":"INSTITUTION","kikanCd":"0220101202501700"}                                                                          | UNREADABLE
            {"table":"DUTY"}                                                                                                              | UNREADABLE
            {"table":"LAYOUT","tokuteikojinjohomeiCd":"TM00000000000002","datasetNo":"0001","hanNo":"0008"}                                | UNREADABLE
            {"table":"TUPLE","jimuCd":"JM01000000106000","jimutetsuzukiCd":"JT01010000009901","appliesFrom":"2026-10-01"}                  | UNREADABLE
            {}                                                                                                                            | UNREADABLE
            """)
    void aRowHasTheCodesOfItsTable(String row, String read) {
        if (read.equals("UNREADABLE")) {
            assertThatThrownBy(() -> masters(row)).isInstanceOf(PeerUnreachable.class).hasMessage(read);
        } else {
            assertThat(masters(row).items()).singleElement().extracting(entry -> entry.item() + "=" + entry.value()).isEqualTo(read);
        }
    }

    @Test
    void aPageThatLeadsToItselfIsNoPage() {
        var asked = new NetworkRequest.ListInquiries(UUID.randomUUID(), ASKER, Instant.EPOCH, NOON.toInstant(), "x", 5);
        var list = new InquiryList().completeFrom(NOON).items(List.of()).next("x");

        assertThatThrownBy(() -> mapping.toInquiries(new NetworkListMessages.InquiriesPulled(asked, list)))
                .isInstanceOf(PeerUnreachable.class);
    }
}
