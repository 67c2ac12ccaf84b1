package jp.todoke.integration.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.api.linkage.model.BankAccount;
import jp.todoke.api.linkage.model.InquiryRequested;
import jp.todoke.guard.Problem;
import jp.todoke.integration.evidence.LegalTuple;
import jp.todoke.sealing.Sealed;
import jp.todoke.telemetry.Traces;
import jp.todoke.tenancy.Tenant;
import jp.todoke.telemetry.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes a question of a case. Legal basis or no query: a question outside the 照合リスト of the day, or one that lacks what it
 * would have to send, is answered here and leaves nothing to be dispatched.
 */
@Component
class InquiryRegistry {
    private static final Logger log = LoggerFactory.getLogger(InquiryRegistry.class);

    private final Permissions permissions;
    private final LinkageCodes codes;
    private final Clock clock;
    private final InquiryProperties properties;
    private final SubjectText subjects;
    private final InquiryStore store;
    private final Traces traces;

    InquiryRegistry(Permissions permissions, LinkageCodes codes, Clock clock, InquiryProperties properties, SubjectText subjects,
            InquiryStore store, Traces traces) {
        this.permissions = permissions;
        this.codes = codes;
        this.clock = clock;
        this.properties = properties;
        this.subjects = subjects;
        this.store = store;
        this.traces = traces;
    }

    /**
     * @return whether a step is due now
     * @throws Problem for what no case may ask: a year that has not begun, and another question under an id that is in use
     */
    boolean register(InquiryRequested asked) {
        Permission permission = permissions.of(asked);
        Optional<LinkageAnswer> atOnce = atOnce(asked, permission);
        Instant now = clock.instant();
        InquiryRow row = row(asked, permission, now);
        if (!store.add(row, line(row, asked), atOnce.orElse(null))) {
            if (!store.isSameQuestion(row)) {
                log.warn("inquiry={} case={} INQUIRY_CONFLICT: the id stands for another question", row.inquiryId(), row.caseNumber());
                throw Problem.conflict("INQUIRY_CONFLICT", "同じ照会IDで、内容の異なる照会がすでに登録されています。");
            }
            log.info("inquiry={} case={} was registered before", row.inquiryId(), row.caseNumber());
            return false;
        }
        return atOnce.isEmpty();
    }

    private Optional<LinkageAnswer> atOnce(InquiryRequested asked, Permission permission) {
        LinkageAnswer otherwise = permission.otherwise();
        if (otherwise != null) {
            return Optional.of(otherwise);
        }
        boolean ofNetwork = permission.tuple() != null;
        if (!(ofNetwork ? permissions.isComplete(asked) : SubjectText.Person.of(asked).completeFor(asked.getKind()))) {
            return Optional.of(new LinkageAnswer.PersonUnknown());
        }
        return ofNetwork && codes.outOfReach(asked.getSubject().getAtenabango())
                ? Optional.of(new LinkageAnswer.NoLinkageCode())
                : Optional.empty();
    }

    private InquiryRow row(InquiryRequested asked, Permission permission, Instant now) {
        Sealed sealed = subjects.seal(SubjectText.Person.of(asked), asked.getInquiryId());
        LegalTuple tuple = permission.tuple();
        return new InquiryRow(Tenant.current().code(), asked.getInquiryId(), asked.getCaseId(), asked.getCaseNumber(),
                asked.getKind().getValue(), asked.getProcedure().getValue(), properties.gyomuIds().of(asked.getProcedure()),
                asked.getOfficer(), asked.getSubject().getAtenabango(), sealed.cipher(), sealed.keyId(), permissions.asker(),
                properties.department(), permission.provider(), tuple == null ? null : tuple.jimuCd(),
                tuple == null ? null : tuple.jimutetsuzukiCd(), tuple == null ? null : tuple.tmCd(), permission.jukiPurpose(),
                asked.getYear(), permission.legalBasis(), permission.sourceMark(),
                Boolean.TRUE.equals(asked.getWithholdFromDisclosure()) ? "1" : "0", UUID.randomUUID(), InquiryState.DRAFT.name(), null,
                null, 0, Work.correlationId(), traces.current(), now, null, null, null, null);
    }

    /** What leaves one after the other: equal person, institution and information. A keyed mark, since whoever claims must not learn who it is. */
    private String line(InquiryRow row, InquiryRequested asked) {
        BankAccount account = asked.getAccount();
        String person = row.atenabango() != null
                ? row.atenabango()
                : account != null
                        ? account.getBankCode() + account.getBranchCode() + account.getAccountNumber()
                        : asked.getSubject().getName() + "/" + asked.getSubject().getBirthDate();
        return subjects.mark(String.join("/", person, row.providerKikanCd(), row.tmCd(), row.jukiPurpose()));
    }
}
