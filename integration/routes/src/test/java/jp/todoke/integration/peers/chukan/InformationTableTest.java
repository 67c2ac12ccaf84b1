package jp.todoke.integration.peers.chukan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.todoke.api.linkage.model.InformationKind;
import jp.todoke.integration.evidence.Layouts;
import jp.todoke.integration.evidence.LegalTuple;
import jp.todoke.integration.evidence.NetworkInformation;
import jp.todoke.integration.inquiry.Information;
import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.integration.inquiry.InquiryState;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.integration.inquiry.PeerReply;
import jp.todoke.peers.chukan.model.InquiryResult;
import jp.todoke.peers.chukan.model.Layout;
import jp.todoke.peers.chukan.model.ResultItem;
import jp.todoke.peers.chukan.model.ResultItem.UnsetReasonEnum;
import jp.todoke.tenancy.Municipality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables of src/test/resources/information, one for each kind. Items are written {@code name=value}, the names are those of
 * items.csv; {@code 無} says that there is none (NOT_APPLICABLE), {@code ?} that it is not obtainable, {@code !} that it was not
 * declared, a value before {@code ?} contradicts itself. Several groups are separated by a slash. What is not told is not known.
 */
class InformationTableTest {
    private static final JsonMapper JSON = JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();
    private static final String PERSON = "000000000000101";
    private static final String OTHER_INFORMATION = "TM00000000000089";
    private static final List<String[]> NAMES = names();

    private final InquiryMapping mapping = new InquiryMapping(new Layouts(), () -> LocalDate.of(2026, 11, 16));

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/information/resident-record.csv", numLinesToSkip = 1)
    void residentRecord(ArgumentsAccessor row) {
        holds(InformationKind.RESIDENT_RECORD, row);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/information/health-insurance.csv", numLinesToSkip = 1)
    void healthInsurance(ArgumentsAccessor row) {
        holds(InformationKind.HEALTH_INSURANCE, row);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/information/disability-certificate.csv", numLinesToSkip = 1)
    void disabilityCertificate(ArgumentsAccessor row) {
        holds(InformationKind.DISABILITY_CERTIFICATE, row);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/information/public-assistance.csv", numLinesToSkip = 1)
    void publicAssistance(ArgumentsAccessor row) {
        holds(InformationKind.PUBLIC_ASSISTANCE, row);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/information/child-allowance.csv", numLinesToSkip = 1)
    void childAllowance(ArgumentsAccessor row) {
        holds(InformationKind.CHILD_ALLOWANCE, row);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/information/child-rearing-allowance.csv", numLinesToSkip = 1)
    void childRearingAllowance(ArgumentsAccessor row) {
        holds(InformationKind.CHILD_REARING_ALLOWANCE, row);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/information/special-child-rearing-allowance.csv", numLinesToSkip = 1)
    void specialChildRearingAllowance(ArgumentsAccessor row) {
        holds(InformationKind.SPECIAL_CHILD_REARING_ALLOWANCE, row);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/information/employment-insurance.csv", numLinesToSkip = 1)
    void employmentInsurance(ArgumentsAccessor row) {
        holds(InformationKind.EMPLOYMENT_INSURANCE, row);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/information/tax.csv", numLinesToSkip = 1)
    void tax(ArgumentsAccessor row) {
        holds(InformationKind.TAX, row);
    }

    private void holds(InformationKind kind, ArgumentsAccessor row) {
        LinkageAnswer answer = answer(kind, row.getString(2), row.getString(3), row.getString(4), row.getString(5));

        assertThat(answer.getClass().getSimpleName()).as(row.getString(1)).isEqualTo(row.getString(6));
        String told = answer instanceof LinkageAnswer.Provided(Information information) ? told(JSON.valueToTree(information)) : null;
        assertThat(told).as(row.getString(1)).isEqualTo(row.getString(7));
    }

    private LinkageAnswer answer(InformationKind kind, String result, @Nullable String version, String about, @Nullable String items) {
        String tmCd = new NetworkInformation().of(kind.getValue()).orElseThrow().tmCd();
        var basis = new LegalTuple("0220113999801700", "JM01000000081000", "JT01010000008101", "0220113998001700", tmCd, "番号法第19条第8号",
                "PROVISIONAL");
        var question = new Inquiry.NetworkQuestion(kind, basis, PERSON, kind == InformationKind.TAX ? 2026 : null, true);
        var occasion = new Inquiry.Occasion(new UUID(0, 1), "C-2026-000001", "991", "KODOMO01", "u000123",
                Instant.parse("2026-11-15T16:01:02.003Z"), false);
        var inquiry = new Inquiry(new Municipality("139998"), new UUID(0, 2), occasion, question, new UUID(0, 3),
                new Inquiry.Stage(InquiryState.ACCEPTED, 0, "S-1"), Inquiry.Origin.UNKNOWN);
        var body = new InquiryResult().state(InquiryResult.StateEnum.COMPLETED).resultKind(InquiryResult.ResultKindEnum.fromValue(result))
                .atenabango(about.equals("別人") ? "000000000000102" : PERSON)
                .tokuteikojinjohomeiCd(about.equals("別の情報") ? OTHER_INFORMATION : tmCd)
                .layout(version == null
                        ? null
                        : new Layout().tm(about.equals("別の情報の版") ? OTHER_INFORMATION : tmCd).datasetNo("0001").hanNo(version))
                .items(items(kind, items));
        PeerReply reply = mapping.toAnswer(new ChukanMessages.Pulled(inquiry, body, new byte[0]));
        return ((PeerReply.Answered) reply).answer();
    }

    private static List<ResultItem> items(InformationKind kind, @Nullable String written) {
        List<ResultItem> items = new ArrayList<>();
        for (String item : written == null ? new String[0] : written.split(" ")) {
            String[] nameAndValue = item.split("=", -1);
            String value = nameAndValue[1];
            UnsetReasonEnum reason = switch (value.isEmpty() ? ' ' : value.charAt(value.length() - 1)) {
                case '無' -> UnsetReasonEnum.NOT_APPLICABLE;
                case '?' -> UnsetReasonEnum.NOT_OBTAINABLE;
                case '!' -> UnsetReasonEnum.NOT_DECLARED;
                default -> null;
            };
            items.add(new ResultItem().hierarchy("1").itemName(nameAndValue[0]).itemCd(code(kind, nameAndValue[0]))
                    .value(reason == null ? value : value.length() > 1 ? value.substring(0, value.length() - 1) : null)
                    .unsetReason(reason));
        }
        return items;
    }

    private static String code(InformationKind kind, String name) {
        return NAMES.stream().filter(row -> (row[0].equals(kind.getValue()) || row[0].equals("*")) && row[2].equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name))[1];
    }

    private static List<String[]> names() {
        try (var in = InformationTableTest.class.getResourceAsStream("/information/items.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code field=value}, without what is not known; groups separated by a slash. */
    private static String told(JsonNode node) {
        if (node.isArray()) {
            String separator = node.path(0).isObject() ? " / " : " ";
            return node.valueStream().map(InformationTableTest::told).collect(Collectors.joining(separator));
        }
        if (!node.isObject()) {
            return node.asString();
        }
        List<Map.Entry<String, JsonNode>> fields = node.propertyStream().filter(field -> !field.getValue().isNull())
                .filter(field -> !field.getValue().isObject() || !field.getValue().isEmpty()).toList();
        if (fields.size() == 1 && fields.getFirst().getValue().isArray()) {
            return told(fields.getFirst().getValue());
        }
        return fields.stream().map(InformationTableTest::field).collect(Collectors.joining(" "));
    }

    private static String field(Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        if (value.isObject()) {
            return told(value);
        }
        return field.getKey() + "=" + (value.isArray() ? "[" + told(value) + "]" : told(value));
    }
}
