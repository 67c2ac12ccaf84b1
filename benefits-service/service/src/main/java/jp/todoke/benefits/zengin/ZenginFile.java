package jp.todoke.benefits.zengin;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.todoke.benefits.calendar.BankCalendar;
import jp.todoke.benefits.zengin.BankMaster.Place;
import jp.todoke.benefits.zengin.ZenginFileRefused.Reason;

/**
 * 全銀 総合振込 — header, data, trailer and end records of exactly 120 bytes in JIS X 0201. The date in the header is MMDD without a
 * year; the year stands in the file name only.
 */
public final class ZenginFile {
    private static final String GENERAL_TRANSFER = "21";
    private static final long LARGEST_AMOUNT = 9_999_999_999L;
    private static final long LARGEST_TOTAL = 999_999_999_999L;
    private static final long LARGEST_ITEM_NUMBER = 9_999_999_999L;
    private static final int LARGEST_COUNT = 999_999;
    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MMdd");
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte END_OF_FILE = 0x1A;

    private final BankFileProfile profile;
    private final BankMaster master;
    private final BankCalendar calendar;

    public ZenginFile(BankFileProfile profile, BankMaster master, BankCalendar calendar) {
        this.profile = profile;
        this.master = master;
        this.calendar = calendar;
    }

    /** {@code zengin-<municipality>-<yyyyMMdd>-<sequence>.txt} */
    public static String name(String municipalityCode, LocalDate payday, int sequence) {
        return "zengin-%s-%s-%03d.txt".formatted(municipalityCode, payday.format(DateTimeFormatter.BASIC_ISO_DATE), sequence);
    }

    /**
     * The file's bytes, read back and checked against its own totals.
     *
     * @throws ZenginFileRefused with the first reason why the bank would reject it, or pay something twice
     */
    public byte[] write(LocalDate payday, List<Transfer> transfers) {
        refuseUnlessPayable(payday, transfers);
        long total = transfers.stream().mapToLong(Transfer::yen).sum();
        ByteArrayOutputStream file = new ByteArrayOutputStream((transfers.size() + 3) * (ZenginRecord.LENGTH + LINE_END.length));
        append(file, header(payday));
        transfers.forEach(transfer -> append(file, data(transfer, payday)));
        append(file, new ZenginRecord().digits("8", 1).digits(transfers.size(), 6).digits(total, 12).blanks(101));
        append(file, new ZenginRecord().digits("9", 1).blanks(119));
        if (profile.endOfFileMark()) {
            file.write(END_OF_FILE);
        }
        byte[] bytes = file.toByteArray();
        ZenginTotals.of(bytes, profile).requireEqual(transfers.size(), total);
        return bytes;
    }

    private void refuseUnlessPayable(LocalDate payday, List<Transfer> transfers) {
        refuseIf(transfers.isEmpty(), Reason.NO_TRANSFERS);
        refuseIf(!calendar.isBusinessDay(payday), Reason.NOT_A_BUSINESS_DAY);
        refuseIf(transfers.size() > LARGEST_COUNT, Reason.COUNT_TOO_LARGE);
        Set<Long> items = new HashSet<>();
        Set<BankAccount> accounts = new HashSet<>();
        for (Transfer transfer : transfers) {
            refuseIf(transfer.yen() <= 0, Reason.AMOUNT_ZERO);
            refuseIf(transfer.yen() > LARGEST_AMOUNT, Reason.AMOUNT_TOO_LARGE);
            refuseIf(transfer.itemNumber() < 1 || transfer.itemNumber() > LARGEST_ITEM_NUMBER, Reason.ITEM_NUMBER_TOO_LARGE);
            refuseIf(!items.add(transfer.itemNumber()), Reason.ITEM_TWICE);
            refuseIf(!accounts.add(transfer.account()), Reason.ACCOUNT_TWICE);
        }
        refuseIf(transfers.stream().mapToLong(Transfer::yen).sum() > LARGEST_TOTAL, Reason.TOTAL_TOO_LARGE);
    }

    private static void refuseIf(boolean wrong, Reason reason) {
        if (wrong) {
            throw new ZenginFileRefused(reason);
        }
    }

    private ZenginRecord header(LocalDate payday) {
        BankFileProfile.Remitter remitter = profile.remitter();
        return new ZenginRecord().digits("1", 1).digits(GENERAL_TRANSFER, 2).digits("0", 1).digits(remitter.consignorCode(), 10)
                .name(remitter.nameKana(), 40).digits(payday.format(MONTH_AND_DAY), 4).digits(remitter.bankCode(), 4)
                .name(bankKana(remitter.bankCode(), payday), 15).digits(remitter.branchCode(), 3)
                .name(branchKana(remitter.bankCode(), remitter.branchCode(), payday), 15).digits(remitter.accountType(), 1)
                .digits(remitter.accountNumber(), 7).blanks(17);
    }

    /** 新規コード 0 (その他) and 振込指定区分 7 (電信); 顧客コード2 is not used, so 識別表示 stays blank. */
    private ZenginRecord data(Transfer transfer, LocalDate payday) {
        BankAccount account = transfer.account();
        return new ZenginRecord().digits("2", 1).digits(account.bankCode(), 4).name(bankKana(account.bankCode(), payday), 15)
                .digits(account.branchCode(), 3).name(branchKana(account.bankCode(), account.branchCode(), payday), 15).digits("0", 4)
                .digits(account.type(), 1).digits(account.number(), 7).name(transfer.holder(), 30).digits(transfer.yen(), 10).digits("0", 1)
                .digits(transfer.itemNumber(), 10).digits("0", 10).digits("7", 1).blanks(1).blanks(7);
    }

    private KanaName bankKana(String code, LocalDate day) {
        return kana(master.bank(code, day));
    }

    private KanaName branchKana(String bankCode, String branchCode, LocalDate day) {
        return kana(master.branch(bankCode, branchCode, day));
    }

    private static KanaName kana(Optional<Place> place) {
        Place known = place.orElseThrow(() -> new ZenginFileRefused(Reason.BANK_OR_BRANCH_UNKNOWN));
        return KanaName.ofPerson(known.kana()).orElseThrow(() -> new ZenginFileRefused(Reason.CHARACTER_OUTSIDE_SET));
    }

    private void append(ByteArrayOutputStream file, ZenginRecord record) {
        file.writeBytes(record.bytes());
        if (profile.crlf()) {
            file.writeBytes(LINE_END);
        }
    }
}
