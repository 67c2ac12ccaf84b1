package jp.todoke.doubles.persons;

import static jp.todoke.doubles.persons.CopyField.DAY;
import static jp.todoke.doubles.persons.CopyField.MONTH;
import static jp.todoke.doubles.persons.CopyField.NUMBER;
import static jp.todoke.doubles.persons.CopyField.TEXT;
import static jp.todoke.doubles.persons.CopyField.end;
import static jp.todoke.doubles.persons.CopyField.group;
import static jp.todoke.doubles.persons.CopyField.optional;
import static jp.todoke.doubles.persons.CopyField.required;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * 特定個人情報 whose 副本 is a list of entries, each with its file. The layouts are our own: the official ones are not public.
 * Who has no row has no such thing; but everybody is insured, so a missing row of 医療保険 is a copy that was not registered.
 */
public enum CopyKind {
    /** 住民票関係情報. */
    RESIDENT_RECORD("TM00000000000001", "resident-records.json", ResultKind.NOT_APPLICABLE,
            required("municipalityCode", "0010000010", "市区町村コード", "[0-9]{6}"),
            optional("address", "0010000020", "住所", TEXT),
            optional("residentSince", "0010000030", "住民となった年月日", DAY),
            end("removedOn", "0010000040", "消除年月日", DAY),
            optional("relationship", "0010000050", "世帯主との続柄", TEXT),
            group("household", "0010000060", "他の世帯員の数",
                    required("name", "0010000070", "世帯員の氏名", TEXT),
                    required("birthDate", "0010000080", "世帯員の生年月日", DAY),
                    optional("relationship", "0010000090", "世帯員の世帯主との続柄", TEXT))),

    /** 医療保険資格. */
    HEALTH_INSURANCE("TM00000000000050", "health-insurances.json", ResultKind.NO_COPY,
            required("insurerNumber", "0500000010", "保険者番号", "[0-9]{6}|[0-9]{8}"),
            required("scheme", "0500000020", "制度区分", TEXT).coded(1, "EMPLOYEES", "MUTUAL_AID", "NATIONAL", "LATE_STAGE_ELDERLY"),
            required("dependant", "0500000030", "本人家族区分", TEXT).coded(1, "false", "true"),
            optional("pensionScheme", "0500000040", "被用者年金種別", TEXT).coded(1, "EMPLOYEES_PENSION", "MUTUAL_AID", "NATIONAL"),
            required("from", "0500000050", "資格取得年月日", DAY),
            end("to", "0500000060", "資格喪失年月日", DAY)),

    /** 障害者手帳関係情報. */
    DISABILITY_CERTIFICATE("TM00000000000998", "disability-certificates.json", ResultKind.NOT_APPLICABLE,
            required("kind", "9980000010", "手帳種別", TEXT).coded(1, "PHYSICAL", "INTELLECTUAL", "MENTAL"),
            required("grade", "9980000020", "等級", TEXT),
            required("issuedOn", "9980000030", "交付年月日", DAY),
            optional("reviewMonth", "9980000040", "再認定年月", MONTH),
            end("returnedOn", "9980000050", "返還年月日", DAY)),

    /** 生活保護関係情報. */
    PUBLIC_ASSISTANCE("TM00000000000015", "public-assistance.json", ResultKind.NOT_APPLICABLE,
            required("from", "0150000010", "保護開始年月日", DAY),
            end("to", "0150000020", "保護廃止年月日", DAY),
            required("kinds", "0150000030", "扶助の種類", TEXT).coded(1, "LIVELIHOOD", "EDUCATION", "HOUSING", "MEDICAL", "LONG_TERM_CARE",
                    "MATERNITY", "OCCUPATIONAL", "FUNERAL").each()),

    /** 児童手当関係情報. */
    CHILD_ALLOWANCE("TM00000000000997", "child-allowances.json", ResultKind.NOT_APPLICABLE, allowance("997")),

    /** 児童扶養手当関係情報. */
    CHILD_REARING_ALLOWANCE("TM00000000000016", "child-rearing-allowances.json", ResultKind.NOT_APPLICABLE, allowance("016")),

    /** 特別児童扶養手当関係情報. */
    SPECIAL_CHILD_REARING_ALLOWANCE("TM00000000000051", "special-child-rearing-allowances.json", ResultKind.NOT_APPLICABLE,
            allowance("051")),

    /** 雇用保険給付関係情報. */
    EMPLOYMENT_INSURANCE("TM00000000000056", "employment-insurances.json", ResultKind.NOT_APPLICABLE,
            required("kind", "0560000010", "給付種別", TEXT).coded(1, "BASIC_ALLOWANCE", "CHILDCARE_LEAVE", "CAREGIVER_LEAVE", "TRAINING",
                    "OTHER"),
            required("from", "0560000020", "支給開始年月日", DAY),
            end("to", "0560000030", "支給終了年月日", DAY),
            optional("dailyYen", "0560000040", "日額", NUMBER));

    private final String tmCd;
    private final String file;
    private final ResultKind withoutRow;
    private final List<CopyField> fields;

    CopyKind(String tmCd, String file, ResultKind withoutRow, CopyField... fields) {
        this.tmCd = tmCd;
        this.file = file;
        this.withoutRow = withoutRow;
        this.fields = List.of(fields);
    }

    public static Optional<CopyKind> of(String tmCd) {
        return Arrays.stream(values()).filter(kind -> kind.tmCd.equals(tmCd)).findFirst();
    }

    /** What is answered about a known person of whom the file has no row. */
    public ResultKind withoutRow() {
        return withoutRow;
    }

    String file() {
        return file;
    }

    List<CopyField> fields() {
        return fields;
    }

    private static CopyField[] allowance(String number) {
        return new CopyField[]{
                required("certifiedOn", number + "0000010", "認定年月日", DAY),
                required("from", number + "0000020", "支給開始年月", MONTH),
                end("to", number + "0000030", "支給終了年月", MONTH),
                optional("monthlyYen", number + "0000040", "支給月額", NUMBER),
                required("suspended", number + "0000050", "全部支給停止", TEXT).coded(0, "false", "true"),
                optional("children", number + "0000060", "対象児童数", "[0-9]{1,2}")};
    }
}
