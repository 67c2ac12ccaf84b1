package jp.todoke.doubles.chukan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.todoke.doubles.persons.AccountRow;
import jp.todoke.doubles.persons.CopyItem;
import jp.todoke.doubles.persons.CopyKind;
import jp.todoke.doubles.persons.CopyRow;
import jp.todoke.doubles.persons.FamilyRegisterRow;
import jp.todoke.doubles.persons.PensionRow;
import jp.todoke.doubles.persons.Person;
import jp.todoke.doubles.persons.PersonDirectory;
import jp.todoke.doubles.persons.ResultKind;
import jp.todoke.doubles.persons.TaxRow;
import jp.todoke.doubles.togo.LinkageCodes;
import org.jspecify.annotations.Nullable;

/** What the asked body answers, from the directory. Item codes are PROVISIONAL. */
final class Answers {

    static final String TAX = "TM00000000000002";
    static final String ACCOUNT = "TM00000000000089";
    static final String FAMILY_REGISTER = "TM00000000000108";
    static final String PENSION = "TM00000000000999";

    /** The content of a result. */
    record Answer(ResultKind kind, String about, String hanNo, List<Map<String, @Nullable Object>> items) {
        /** In the version that every kind but tax has. */
        Answer(ResultKind kind, String about, List<Map<String, @Nullable Object>> items) {
            this(kind, about, "0007", items);
        }
    }

    private final PersonDirectory directory;
    private final Instant started;
    private final LinkageCodes codes;

    Answers(PersonDirectory directory, Instant started, LinkageCodes codes) {
        this.directory = directory;
        this.started = started;
        this.codes = codes;
    }

    Optional<Person> person(Receipt receipt) {
        return receipt.verdict() == Verdict.PERMITTED ? directory.person(receipt.asker(), receipt.atenabango()) : Optional.empty();
    }

    Answer to(Receipt receipt) {
        if (receipt.verdict() != Verdict.PERMITTED) {
            return without(ResultKind.valueOf(receipt.verdict().name()), receipt);
        }
        Optional<Person> person = person(receipt).filter(_ -> !codes.missing(receipt.asker(), receipt.atenabango()));
        if (person.isEmpty()) {
            return without(ResultKind.PERSON_UNKNOWN, receipt);
        }
        ResultKind always = person.get().resultKind();
        if (always != null) {
            return without(always, receipt);
        }
        return switch (receipt.tmCd()) {
            case ACCOUNT -> account(receipt);
            case FAMILY_REGISTER -> familyRegister(receipt);
            case PENSION -> pensions(receipt);
            case TAX -> tax(receipt);
            // Listed as permitted, but nobody wrote its answers: not to be taken for another kind.
            default -> copy(CopyKind.of(receipt.tmCd()).orElseThrow(() -> new IllegalStateException("no answers about " + receipt.tmCd())),
                    receipt);
        };
    }

    private Answer tax(Receipt receipt) {
        String provider = KikanCode.municipality(receipt.providerKikanCd()).orElse("");
        Optional<TaxRow> row = directory.tax(receipt.asker(), receipt.atenabango(), provider, receipt.nendo());
        if (row.isEmpty() || !copyIsThere(row.get().copyAvailableAfterDays(), receipt)) {
            return without(ResultKind.NO_COPY, receipt);
        }
        TaxRow tax = row.get();
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        if (tax.kind() == ResultKind.PROVIDED) {
            items.add(item("0200000010", "課税年度", year(tax, receipt)));
            items.add(item("0200000020", "申告有無", tax.isDeclared() ? "1" : "0"));
            items.add(yen("0200000480", "市町村民税所得割額", tax.incomeLevyYen()));
            items.add(yen(TaxLayout.TOTAL_INCOME, "合計所得金額", tax.totalIncomeYen()));
            tax.details().forEach((item, value) -> items.add(item(item.itemCd(), item.itemName(), value)));
        }
        String hanNo = TaxLayout.hanNo(tax, receipt);
        return new Answer(tax.kind(), about(tax.answerAtenabango(), receipt), hanNo,
                TaxLayout.written(hanNo, items, tax.totalIncomeYen()));
    }

    private boolean copyIsThere(@Nullable Integer days, Receipt receipt) {
        return days == null || !receipt.acceptedAt().isBefore(started.plus(Duration.ofDays(days)));
    }

    private static String year(TaxRow tax, Receipt receipt) {
        if (!tax.nendo().equals("*")) {
            return tax.nendo();
        }
        return receipt.nendo() != null
                ? receipt.nendo()
                : Integer.toString(LocalDate.ofInstant(receipt.acceptedAt(), Progress.JAPAN).getYear());
    }

    private Answer account(Receipt receipt) {
        Optional<AccountRow> row = directory.account(receipt.asker(), receipt.atenabango());
        if (row.isEmpty()) {
            return without(ResultKind.NOT_APPLICABLE, receipt);
        }
        AccountRow account = row.get();
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        if (account.kind() == ResultKind.PROVIDED) {
            items.add(item("0890000010", "金融機関コード", account.bankCode()));
            items.add(item("0890000020", "店舗コード", account.branchCode()));
            items.add(item("0890000030", "預金種目", account.type()));
            items.add(item("0890000040", "口座番号", account.number()));
            items.add(item("0890000050", "名義人カナ", account.holderKana()));
            items.add(item("0890000060", "登録年月日", String.valueOf(account.registeredOn())));
        }
        return new Answer(account.kind(), about(account.answerAtenabango(), receipt), items);
    }

    /** Everybody stands in a 戸籍; who has no row here has none that was computerised yet. */
    private Answer familyRegister(Receipt receipt) {
        Optional<FamilyRegisterRow> row = directory.familyRegister(receipt.asker(), receipt.atenabango());
        if (row.isEmpty() || !copyIsThere(row.get().copyAvailableAfterDays(), receipt)) {
            return without(ResultKind.NO_COPY, receipt);
        }
        FamilyRegisterRow register = row.get();
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        if (register.kind() == ResultKind.PROVIDED) {
            items.add(item("1080000010", "婚姻状態", Objects.requireNonNull(register.maritalStatus()).code()));
            if (register.since() != null) {
                items.add(item("1080000020", "最終の身分事項の年月日", register.since().toString()));
            }
            register.births().forEach(day -> items.add(below(item("1080000030", "子の生年月日", day.toString()))));
        }
        return new Answer(register.kind(), about(register.answerAtenabango(), receipt), items);
    }

    private Answer pensions(Receipt receipt) {
        Optional<PensionRow> row = directory.pensions(receipt.asker(), receipt.atenabango());
        if (row.isEmpty()) {
            return without(ResultKind.NOT_APPLICABLE, receipt);
        }
        PensionRow received = row.get();
        if (!copyIsThere(received.copyAvailableAfterDays(), receipt)) {
            return without(ResultKind.NO_COPY, receipt);
        }
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        if (received.kind() == ResultKind.PROVIDED) {
            for (PensionRow.Pension pension : received.each()) {
                items.add(item("9990000010", "年金種別", Objects.requireNonNull(pension.kind()).code()));
                items.add(below(item("9990000020", "支給開始年月日", String.valueOf(pension.from()))));
                items.add(below(item("9990000030", "年金額（年額）", String.valueOf(pension.annualYen()))));
                pension.additions().forEach(yen -> items.add(below(item("9990000040", "子の加算額（年額）", yen.toString()))));
            }
        }
        return new Answer(received.kind(), about(received.answerAtenabango(), receipt), items);
    }

    private Answer copy(CopyKind kind, Receipt receipt) {
        Optional<CopyRow> row = directory.copy(kind, receipt.asker(), receipt.atenabango());
        if (row.isEmpty()) {
            return without(kind.withoutRow(), receipt);
        }
        CopyRow copy = row.get();
        if (!copyIsThere(copy.copyAvailableAfterDays(), receipt)) {
            return without(ResultKind.NO_COPY, receipt);
        }
        return new Answer(copy.kind(), about(copy.answerAtenabango(), receipt), copy.items(kind).stream().map(Answers::written).toList());
    }

    private static Map<String, @Nullable Object> written(CopyItem told) {
        Map<String, @Nullable Object> item = item(told.itemCd(), told.itemName(), told.value());
        item.put("hierarchy", Integer.toString(told.level()));
        if (told.unsetReason() != null) {
            item.put("unsetReason", told.unsetReason());
        }
        return item;
    }

    /** An item that belongs to the one before it on the first level. */
    private static Map<String, @Nullable Object> below(Map<String, @Nullable Object> item) {
        item.put("hierarchy", "2");
        return item;
    }

    private static Answer without(ResultKind kind, Receipt receipt) {
        return new Answer(kind, receipt.atenabango(), List.of());
    }

    private static String about(@Nullable String other, Receipt receipt) {
        return other == null ? receipt.atenabango() : other;
    }

    static Map<String, @Nullable Object> yen(String code, String name, @Nullable Long amount) {
        if (amount != null) {
            return item(code, name, Long.toString(amount));
        }
        Map<String, @Nullable Object> item = item(code, name, null);
        item.put("unsetReason", "NOT_DECLARED");
        return item;
    }

    private static Map<String, @Nullable Object> item(String code, String name, @Nullable String value) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("hierarchy", "1");
        item.put("itemCd", code);
        item.put("itemName", name);
        item.put("value", value);
        return item;
    }
}
