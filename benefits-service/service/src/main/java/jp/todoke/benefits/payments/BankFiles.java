package jp.todoke.benefits.payments;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.benefits.calendar.BankCalendar;
import jp.todoke.benefits.cases.Programme;
import jp.todoke.benefits.identifiers.RowIds;
import jp.todoke.benefits.municipality.MunicipalityProfile.BankFile;
import jp.todoke.benefits.municipality.MunicipalityProfile.Paying;
import jp.todoke.benefits.municipality.MunicipalityProfile;
import jp.todoke.benefits.municipality.MunicipalityProfiles;
import jp.todoke.benefits.payments.BankFileMapper.BankFileRow;
import jp.todoke.benefits.payments.PaymentRunMapper.RunRow;
import jp.todoke.benefits.zengin.BankFileProfile.Remitter;
import jp.todoke.benefits.zengin.BankFileProfile;
import jp.todoke.benefits.zengin.BankMaster;
import jp.todoke.benefits.zengin.KanaName;
import jp.todoke.benefits.zengin.Transfer;
import jp.todoke.benefits.zengin.ZenginFile;
import jp.todoke.benefits.zengin.ZenginFileRefused;
import jp.todoke.guard.Problem;
import jp.todoke.tenancy.Tenant;
import org.springframework.stereotype.Component;

/** Makes the bank file of an approved run once, numbers it within its day and keeps its bytes. */
@Component
class BankFiles {
    private final BankFileMapper files;
    private final MunicipalityProfiles municipalities;
    private final RowIds ids;
    private final Clock clock;

    BankFiles(BankFileMapper files, MunicipalityProfiles municipalities, RowIds ids, Clock clock) {
        this.files = files;
        this.municipalities = municipalities;
        this.ids = ids;
        this.clock = clock;
    }

    void make(RunRow run, List<Transfer> transfers, BankCalendar banks) {
        int sequence = files.lastSequence(run.paymentDate()) + 1;
        byte[] content = write(run, transfers, banks);
        String name = ZenginFile.name(Tenant.current().code(), run.paymentDate(), sequence);
        files.add(new BankFileRow(ids.next(), run.runId(), run.paymentDate(), sequence, name, content, sha256(content), run.itemCount(),
                run.totalYen(),
                clock.instant()));
    }

    Optional<BankFileRow> ofRun(UUID runId) {
        Optional<BankFileRow> file = files.ofRun(runId);
        file.filter(kept -> !sha256(kept.content()).equals(kept.sha256())).ifPresent(changed -> {
            throw new IllegalStateException("a kept bank file is no longer what was approved: " + changed.fileId());
        });
        return file;
    }

    private byte[] write(RunRow run, List<Transfer> transfers, BankCalendar banks) {
        try {
            return new ZenginFile(profile(municipalities.current(), Programme.Code.valueOf(run.programme())), BankMaster.published(), banks)
                    .write(run.paymentDate(),
                            transfers);
        } catch (ZenginFileRefused refused) {
            throw Problem.conflict("BANK_FILE_REFUSED", "全銀ファイルを作成できません（" + refused.reason() + "）。支払処理を取り消して、明細を確認してください。");
        }
    }

    private static BankFileProfile profile(MunicipalityProfile municipality, Programme.Code programme) {
        BankFile settings = municipality.bankFile();
        Paying paying = municipality.paying(programme);
        KanaName name = KanaName.ofPerson(paying.consignorName())
                .orElseThrow(() -> new IllegalStateException(
                        "todoke.municipalities.*.paying.*.consignor-name cannot be written in 全銀 kana"));
        Remitter remitter = new Remitter(paying.consignorCode(), name, settings.account().bankCode(), settings.account().branchCode(),
                settings.account().type(), settings.account().number());
        return new BankFileProfile(remitter, settings.crlf(), settings.endOfFileMark());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
