package jp.todoke.benefits.notices;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import jp.todoke.benefits.cases.AccountStanding;
import jp.todoke.benefits.cases.Accounts;
import jp.todoke.benefits.cases.DecisionListener;
import jp.todoke.benefits.cases.IssuedDecision;
import jp.todoke.benefits.cases.IssuedDecision.Outcome;
import jp.todoke.benefits.identifiers.RowIds;
import jp.todoke.benefits.municipality.MunicipalityProfiles;
import jp.todoke.benefits.notices.LetterPrinter.Printed;
import jp.todoke.benefits.notices.NoticeMapper.NoticeContent;
import jp.todoke.benefits.notices.NoticeMapper.NoticeRow;
import jp.todoke.benefits.zengin.BankAccount;
import jp.todoke.benefits.zengin.BankMaster;
import jp.todoke.guard.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Makes the letter in the transaction of its decision and keeps its bytes: there is no decision without a letter, and no second letter. */
@Service
class NoticeArchive implements DecisionListener {
    private final LetterPrinter printer;
    private final NoticeMapper notices;
    private final MunicipalityProfiles municipalities;
    private final Accounts accounts;
    private final RowIds ids;
    private final Clock clock;
    private final JsonMapper json;

    NoticeArchive(LetterPrinter printer, NoticeMapper notices, MunicipalityProfiles municipalities, Accounts accounts, RowIds ids,
            Clock clock,
            JsonMapper json) {
        this.printer = printer;
        this.notices = notices;
        this.municipalities = municipalities;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void decisionIssued(IssuedDecision decision) {
        boolean granted = decision.outcome() == Outcome.GRANTED;
        Printed letter = printer.print(decision, municipalities.current(), granted ? account(decision) : "");
        notices.add(new NoticeRow(ids.next(), decision.caseId(), decision.decisionId(), letter.kind().name(),
                Letter.documentNumber(decision), decision.decidedOn(), letter.pdf(), sha256(letter.pdf()),
                json.writeValueAsString(letter.losses()),
                clock.instant()));
    }

    /** The letter on the latest decision of the case, byte by byte as it was issued. */
    NoticeContent issuedFor(UUID caseId) {
        NoticeContent notice = notices.latestOf(caseId).orElseThrow(Problem::notFound);
        if (!sha256(notice.content()).equals(notice.sha256())) {
            throw new IllegalStateException("a kept notice is no longer what was issued: " + notice.noticeId());
        }
        return notice;
    }

    /** Under 支援措置 not even the bank is named: the letter may fall into other hands. */
    private String account(IssuedDecision decision) {
        return switch (accounts.accountOf(decision.caseId())) {
            case AccountStanding.Held _ -> "口座を確認しています。確認が済んだ後に支払います。";
            case AccountStanding.Usable _ when decision.recipient().supportMeasure() -> "指定された口座";
            case AccountStanding.Usable(String bank, String branch, String type, String number, _, _) ->
                bankAndBranch(bank, branch, decision.decidedOn()) + " " + kind(type) + " " + BankAccount.maskedNumber(number);
        };
    }

    private static String bankAndBranch(String bank, String branch, LocalDate day) {
        BankMaster master = BankMaster.published();
        return master.bank(bank, day).map(BankMaster.Place::name).orElse(bank) + " "
                + master.branch(bank, branch, day).map(BankMaster.Place::name).orElse(branch);
    }

    private static String kind(String accountType) {
        return switch (accountType) {
            case "1" -> "普通";
            case "2" -> "当座";
            case "4" -> "貯蓄";
            default -> "その他";
        };
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
