package jp.todoke.benefits.zengin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.todoke.benefits.calendar.BankCalendar;
import jp.todoke.benefits.calendar.Holidays;
import jp.todoke.benefits.zengin.BankFileProfile.Remitter;
import jp.todoke.benefits.zengin.ZenginFileRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZenginFileTest {
    private static final LocalDate PAYDAY = LocalDate.of(2027, 2, 10);
    private static final Remitter CITY = new Remitter("1234567890", new KanaName("ｼﾞﾄﾞｳﾃｱﾃ ﾄﾄﾞｹﾉｼ"), "0001", "001", "9", "9");
    private static final BankFileProfile PLAIN = new BankFileProfile(CITY, false, false);
    private static final List<Transfer> THREE_PAYEES = List.of(transfer("0001", "001", "1", "0000123", "コウノ　ハナコ", 80_000, 12_345),
            transfer("9900", "058", "1", "0000456", "キョウコ・ヴァレリー", 30_000, 12_346),
            transfer("0005", "001", "4", "0000789", "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘボ", 1_250_000, 12_347));

    @Test
    void writesTheGoldenFile() {
        assertThat(file(PLAIN).write(PAYDAY, THREE_PAYEES)).isEqualTo(golden(""));
    }

    @Test
    void writesTheGoldenFileWithLineEnds() {
        byte[] written = file(new BankFileProfile(CITY, true, false)).write(PAYDAY, THREE_PAYEES);

        assertThat(written).isEqualTo(golden("\r\n")).hasSize(6 * 122);
    }

    @Test
    void endsWithTheEndOfFileMarkWhereTheBankWantsOne() {
        byte[] written = file(new BankFileProfile(CITY, false, true)).write(PAYDAY, THREE_PAYEES);

        assertThat(written).hasSize(6 * 120 + 1).endsWith((byte) 0x1A);
    }

    @Test
    void writesMonthAndDayOnlyAlsoAcrossTheNewYear() {
        byte[] written = file(PLAIN).write(LocalDate.of(2027, 1, 5), THREE_PAYEES);

        assertThat(new String(written, 54, 4, StandardCharsets.US_ASCII)).isEqualTo("0105");
        assertThat(ZenginFile.name("139998", LocalDate.of(2027, 1, 5), 1)).isEqualTo("zengin-139998-20270105-001.txt");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            reason,                what,                     bank, branch, number,  yen,         item,        payday
            AMOUNT_ZERO,           a 0-yen row,              0001, 001,    0000999, 0,           99,          2027-02-10
            AMOUNT_TOO_LARGE,      an 11-digit amount,       0001, 001,    0000999, 10000000000, 99,          2027-02-10
            BANK_OR_BRANCH_UNKNOWN, a branch that is closed, 0001, 999,    0000999, 1,           99,          2027-02-10
            BANK_OR_BRANCH_UNKNOWN, a bank that is unknown,  9999, 001,    0000999, 1,           99,          2027-02-10
            NOT_A_BUSINESS_DAY,    事故-20 a national holiday, 0001, 001,  0000999, 1,           99,          2027-02-11
            ITEM_TWICE,            事故-17 an item again,    0001, 001,    0000999, 1,           12345,       2027-02-10
            ACCOUNT_TWICE,         an account again,         0001, 001,    0000123, 1,           99,          2027-02-10
            ITEM_NUMBER_TOO_LARGE, an 11-digit item,         0001, 001,    0000999, 1,           10000000000, 2027-02-10
            """)
    void refusesAFourthPayeeWith(Reason reason, String what, String bank, String branch, String number, long yen, long item,
            LocalDate payday) {
        List<Transfer> transfers = new ArrayList<>(THREE_PAYEES);
        transfers.add(transfer(bank, branch, "1", number, "トドケ タロウ", yen, item));

        assertThatThrownBy(() -> file(PLAIN).write(payday, transfers)).as(what).isInstanceOf(ZenginFileRefused.class)
                .extracting(refused -> ((ZenginFileRefused) refused).reason()).isEqualTo(reason);
    }

    @Test
    void refusesAFileWithoutPayees() {
        assertThatThrownBy(() -> file(PLAIN).write(PAYDAY, List.of())).hasMessage("NO_TRANSFERS");
    }

    @Test
    void readsBackEveryDifferenceThatAFaultyWriterCouldMake() {
        assertThat(ZenginTotals.of(golden(""), PLAIN)).isEqualTo(new ZenginTotals(3, 1_360_000));

        assertThatThrownBy(() -> ZenginTotals.of(changed(120 + 89, '1'), PLAIN)).hasMessage("TRAILER_DIFFERS");
        assertThatThrownBy(() -> ZenginTotals.of(changed(4 * 120 + 6, '4'), PLAIN)).hasMessage("TRAILER_DIFFERS");
        assertThatThrownBy(() -> ZenginTotals.of(changed(120, '9'), PLAIN)).hasMessage("TRAILER_DIFFERS");
        assertThatThrownBy(() -> ZenginTotals.of(changed(120 + 52, 'a'), PLAIN)).hasMessage("CHARACTER_OUTSIDE_SET");
        assertThatThrownBy(() -> ZenginTotals.of(Arrays.copyOf(golden(""), 719), PLAIN)).hasMessage("RECORD_NOT_120_BYTES");
        assertThatThrownBy(() -> ZenginTotals.of(golden("\n\n"), new BankFileProfile(CITY, true, false)))
                .hasMessage("RECORD_NOT_120_BYTES");
    }

    private static byte[] changed(int at, char letter) {
        byte[] file = golden("");
        file[at] = (byte) letter;
        return file;
    }

    private static ZenginFile file(BankFileProfile profile) {
        return new ZenginFile(profile, BankMaster.published(), new BankCalendar(Holidays.published()));
    }

    private static Transfer transfer(String bank, String branch, String type, String number, String name, long yen, long item) {
        return new Transfer(new BankAccount(bank, branch, type, number), KanaName.ofPerson(name).orElseThrow(), yen, item);
    }

    /** The fixture is readable text; its bytes are made here by the table of JIS X 0201 and not by the charset under test. */
    private static byte[] golden(String lineEnd) {
        try (InputStream fixture = ZenginFileTest.class.getResourceAsStream("/zengin/three-payees.txt")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new String(fixture.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .forEach(line -> (line + lineEnd).chars()
                            .forEach(letter -> bytes.write(letter < 0x80 ? letter : letter - 0xFF61 + 0xA1)));
            return bytes.toByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
