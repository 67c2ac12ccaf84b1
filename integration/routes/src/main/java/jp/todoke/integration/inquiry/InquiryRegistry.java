package jp.todoke.integration.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.api.linkage.model.BankAccount;
import jp.todoke.api.linkage.model.InquiryRequested;
import jp.todoke.guard.Problem;
import jp.todoke.integration.evidence.Institutions;
import jp.todoke.integration.evidence.JukiPurpose;
import jp.todoke.integration.evidence.LegalTuple;
import jp.todoke.integration.evidence.LegalTuples;
import jp.todoke.integration.evidence.NetworkInformation;
import jp.todoke.integration.evidence.OwnBases;
import jp.todoke.integration.evidence.OwnBasis;
import jp.todoke.sealing.Sealed;
import jp.todoke.telemetry.Traces;
import jp.todoke.tenancy.BusinessDate;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import jp.todoke.telemetry.Work;
import org.jspecify.annotations.Nullable;
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

    /** What permits the question, or what is answered at once because nothing does; exactly one of the four. */
    private record Basis(@Nullable LegalTuple tuple, @Nullable JukiPurpose search, @Nullable OwnBasis own,
            @Nullable LinkageAnswer otherwise) {

        static final Basis NONE = new Basis(null, null, null, new LinkageAnswer.NotPermitted());
        /** Permitted, but of a place where no body is to be asked. */
        static final Basis NOWHERE = new Basis(null, null, null, new LinkageAnswer.NoProvider());

        static Basis of(LegalTuple tuple) {
            return new Basis(tuple, null, null, null);
        }

        static Basis of(JukiPurpose search) {
            return new Basis(null, search, null, null);
        }

        static Basis of(OwnBasis own) {
            return new Basis(null, null, own, null);
        }
    }

    private final LegalTuples tuples;
    private final OwnBases ownBases;
    private final LinkageCodes codes;
    private final NetworkInformation information;
    private final Institutions institutions;
    private final BusinessDate businessDate;
    private final Clock clock;
    private final InquiryProperties properties;
    private final SubjectText subjects;
    private final InquiryStore store;
    private final Traces traces;

    InquiryRegistry(LegalTuples tuples, OwnBases ownBases, LinkageCodes codes, NetworkInformation information, Institutions institutions,
            BusinessDate businessDate, Clock clock,
            InquiryProperties properties,
            SubjectText subjects, InquiryStore store, Traces traces) {
        this.tuples = tuples;
        this.ownBases = ownBases;
        this.codes = codes;
        this.information = information;
        this.institutions = institutions;
        this.businessDate = businessDate;
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
        if (asked.getYear() != null && asked.getYear() > businessDate.today().getYear()) {
            throw Problem.unprocessable("YEAR_IN_FUTURE", "課税年度は、まだ始まっていない年を指定できません。");
        }
        Basis basis = basis(asked);
        Optional<LinkageAnswer> atOnce = atOnce(asked, basis);
        Instant now = clock.instant();
        InquiryRow row = row(asked, basis, now);
        if (!store.add(row, line(row, asked), atOnce.isPresent() ? null : now)) {
            if (!store.isSameQuestion(row)) {
                log.warn("inquiry={} case={} INQUIRY_CONFLICT: the id stands for another question", row.inquiryId(), row.caseNumber());
                throw Problem.conflict("INQUIRY_CONFLICT", "同じ照会IDで、内容の異なる照会がすでに登録されています。");
            }
            log.info("inquiry={} case={} was registered before", row.inquiryId(), row.caseNumber());
            return false;
        }
        log.info("inquiry={} case={} kind={} registered", row.inquiryId(), row.caseNumber(), row.kind());
        atOnce.ifPresent(answer -> store.answerUnsent(row, answer));
        return atOnce.isEmpty();
    }

    private Basis basis(InquiryRequested asked) {
        Municipality asker = Tenant.current();
        String procedure = asked.getProcedure().getValue();
        return switch (asked.getKind()) {
            case IDENTITY ->
                tuples.permittingSearch(businessDate.today(), asker, procedure).map(Basis::of).orElse(Basis.NONE);
            case NUMBERING, ACCOUNT_CHECK ->
                ownBases.of(businessDate.today(), asked.getKind().getValue()).map(Basis::of).orElse(Basis.NONE);
            default -> information.of(asked.getKind().getValue()).map(entry -> network(asked, asker, procedure, entry)).orElse(Basis.NONE);
        };
    }

    private Basis network(InquiryRequested asked, Municipality asker, String procedure, NetworkInformation.Entry entry) {
        return switch (entry.place()) {
            case NONE -> tuple(asker, procedure, entry.tmCd(), null);
            case OWN -> asked.getProviderMunicipality() == null
                    ? tuple(asker, procedure, entry.tmCd(), asker)
                    : ofPlaceNamed(asked, asker, procedure, entry);
            case NAMED -> ofPlaceNamed(asked, asker, procedure, entry);
        };
    }

    private Basis ofPlaceNamed(InquiryRequested asked, Municipality asker, String procedure, NetworkInformation.Entry entry) {
        Basis nowhere = tuples.listed(businessDate.today(), procedure, entry.tmCd()) ? Basis.NOWHERE : Basis.NONE;
        return institutions.municipality(asked.getProviderMunicipality())
                .map(place -> tuple(asker, procedure, entry.tmCd(), place)).orElse(nowhere);
    }

    private Basis tuple(Municipality asker, String procedure, String tmCd, @Nullable Municipality provider) {
        return tuples.permitting(businessDate.today(), asker, procedure, tmCd, provider).map(Basis::of)
                .orElse(Basis.NONE);
    }

    private Optional<LinkageAnswer> atOnce(InquiryRequested asked, Basis basis) {
        LinkageAnswer otherwise = basis.otherwise();
        if (otherwise != null) {
            return Optional.of(otherwise);
        }
        boolean complete = basis.tuple() == null
                ? SubjectText.Person.of(asked).completeFor(asked.getKind())
                : asked.getSubject().getAtenabango() != null
                        && (asked.getYear() != null || !information.of(asked.getKind().getValue()).orElseThrow().byYear());
        if (!complete) {
            return Optional.of(new LinkageAnswer.PersonUnknown());
        }
        return basis.tuple() != null && codes.outOfReach(asked.getSubject().getAtenabango())
                ? Optional.of(new LinkageAnswer.NoLinkageCode())
                : Optional.empty();
    }

    private InquiryRow row(InquiryRequested asked, Basis basis, Instant now) {
        Municipality asker = Tenant.current();
        Sealed sealed = subjects.seal(SubjectText.Person.of(asked), asked.getInquiryId());
        LegalTuple tuple = basis.tuple();
        JukiPurpose search = basis.search();
        OwnBasis own = basis.own();
        return new InquiryRow(asker.code(), asked.getInquiryId(), asked.getCaseId(), asked.getCaseNumber(), asked.getKind().getValue(),
                asked.getProcedure().getValue(), properties.gyomuIds().of(asked.getProcedure()), asked.getOfficer(),
                asked.getSubject().getAtenabango(),
                sealed.cipher(), sealed.keyId(), institutions.kikanCd(asker), properties.department(), provider(basis),
                tuple == null ? null : tuple.jimuCd(),
                tuple == null ? null : tuple.jimutetsuzukiCd(), tuple == null ? null : tuple.tmCd(),
                search == null ? null : search.purpose(),
                asked.getYear(),
                tuple != null ? tuple.legalBasis() : search != null ? search.legalBasis() : own != null ? own.legalBasis() : null,
                tuple != null ? tuple.sourceMark() : search != null ? search.sourceMark() : own != null ? own.sourceMark() : null,
                Boolean.TRUE.equals(asked.getWithholdFromDisclosure()) ? "1" : "0", UUID.randomUUID(), InquiryState.DRAFT.name(), null,
                null, 0,
                Work.correlationId(), traces.current(), now, null, null, null, null);
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

    private static @Nullable String provider(Basis basis) {
        LegalTuple tuple = basis.tuple();
        OwnBasis own = basis.own();
        return tuple != null ? tuple.providerKikanCd() : basis.search() != null ? InquiryStore.JUKI : own != null ? own.provider() : null;
    }
}
