package jp.todoke.local.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.client.benefits.model.CaseState;
import jp.todoke.client.benefits.model.CaseSummary;
import jp.todoke.client.benefits.model.CaseView;
import jp.todoke.client.benefits.model.ResidentFeed;
import jp.todoke.client.benefits.model.TaxFeed;
import jp.todoke.client.intake.model.PackageState;
import jp.todoke.local.ReachableSystem;
import jp.todoke.local.sample.ApplicationForm;
import jp.todoke.local.sample.Sample;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClientResponseException;

/**
 * The main job: sixty applications for 児童手当 and 31 for 児童扶養手当, without attachments, from the package to the bank files, every step an HTTP
 * request of the user whose step it is.
 */
public final class MainJob {
    private static final Patience ANSWERS = new Patience(Duration.ofMinutes(4), Duration.ofMillis(250));

    private final Meter meter;
    private final ClientHttpRequestInterceptor passage;
    private final ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();

    /** @param passage lies between each desk and the gateway: it sees every request and may send it again */
    public MainJob(PrintStream out, ClientHttpRequestInterceptor passage) {
        this.meter = new Meter(out);
        this.passage = passage;
    }

    public JobResult run(ReachableSystem system) {
        var desks = new Desks(desk(system, "caseworker"), desk(system, "approver"), desk(system, "payments"), desk(system, "chief"));
        String run = "demo-" + UUID.randomUUID();
        var work = new CaseWork(desks.caseworker(), desks.approver(), run);
        meter.say("");
        meter.say("届野市（架空） 業務日 " + system.businessDate());
        for (ProgrammePart part : ProgrammePart.values()) {
            meter.say("  " + part.title() + " 認定請求" + part.applications().size() + "件、支払日 " + part.paymentDate());
        }
        meter.say(feed(Desk.ofSystem(system, "register-feed", passage), Sample.TODOKENO, run));
        List<Submission> submissions = submit(desks.caseworker(), work, run);
        List<CaseWork.Tagged> proposed = decideUpToProposal(work, desks.chief());
        fourEyes(work, proposed, desks.chief());
        List<CaseWork.Tagged> decided = each("決裁（決裁者）", proposed, work::approve);
        Path notices = system.outDir().resolve("notices");
        each("通知書（PDF）", decided, tagged -> notice(desks.approver(), tagged, notices));
        Map<ProgrammePart, PaymentDay> days = pay(desks, run, system.outDir());
        List<ActualOutcome> outcomes = outcomes(work, submissions, days);
        nothingIsLost(desks.caseworker(), outcomes);
        return JobResult.of(outcomes, days, notices, problems);
    }

    private Desk desk(ReachableSystem system, String user) {
        return Desk.of(system, user, passage);
    }

    private record Desks(Desk caseworker, Desk approver, Desk payments, Desk chief) {}

    /** 住民記録・住民税の連携: the register system sends what it has. */
    static String feed(Desk feed, String municipality, String run) {
        ResidentFeed residents = Desk.MAPPER.readValue(Sample.residentFeed(municipality), ResidentFeed.class);
        TaxFeed taxes = Desk.MAPPER.readValue(Sample.taxFeed(municipality), TaxFeed.class);
        int people = feed.feeds().feedResidents(run + "-residents", residents).getReceived();
        int rows = feed.feeds().feedTaxes(run + "-taxes", taxes).getReceived();
        return "  " + Width.left("住民記録・住民税の連携", 26) + Width.right(people + "人", 7) + "  税 " + rows + "件";
    }

    /** One run and one bank file for each programme: their 支払期月 differ. */
    private Map<ProgrammePart, PaymentDay> pay(Desks desks, String run, Path directory) {
        var days = new EnumMap<ProgrammePart, PaymentDay>(ProgrammePart.class);
        for (ProgrammePart part : ProgrammePart.values()) {
            PaymentDay day = PaymentDay.pay(desks.payments(), desks.approver(), part, run, directory);
            day.problems().forEach(problem -> problems.add("全銀ファイル（" + part.title() + "）: " + problem));
            days.put(part, day);
        }
        return days;
    }

    private static List<ApplicationForm> applications() {
        return Stream.of(ProgrammePart.values()).flatMap(part -> part.applications().stream()).toList();
    }

    /** A second package, or the other parent's, is sent when the first has become a case: which came first is part of the story. */
    private List<Submission> submit(Desk caseworker, CaseWork work, String run) {
        Map<Boolean, List<ApplicationForm>> waves = applications().stream()
                .collect(Collectors.partitioningBy(form -> form.after() != null));
        var submissions = new ArrayList<Submission>();
        for (boolean later : new boolean[]{false, true}) {
            String what = later ? "申請データの受取（続き）" : "申請データの受取";
            List<ApplicationForm> forms = Objects.requireNonNull(waves.get(later));
            submissions.addAll(meter.each(what, forms, form -> Submission.post(caseworker, form, run + "-package-" + form.no())));
            awaitAnswers(work, submissions.stream().filter(Submission::accepted).count());
        }
        submissions.sort((one, other) -> Integer.compare(one.form().no(), other.form().no()));
        return submissions;
    }

    /** The cases of these applications; whatever else the system holds is none of this job. */
    private static List<CaseSummary> ours(CaseWork work) {
        Set<String> numbers = applications().stream().map(ApplicationForm::uketsukeBango).collect(Collectors.toSet());
        return work.all().stream().filter(one -> numbers.contains(one.getUketsukeBango())).toList();
    }

    private void awaitAnswers(CaseWork work, long expectedCases) {
        long begun = System.nanoTime();
        try {
            ANSWERS.await("照会の回答", () -> {
                List<CaseSummary> all = ours(work);
                boolean open = all.size() < expectedCases || all.stream().anyMatch(one -> one.getState() == CaseState.INQUIRING);
                return open ? Optional.empty() : Optional.of(all.size());
            });
        } catch (IllegalStateException late) {
            problems.add(late.getMessage());
        }
        long tenths = (System.nanoTime() - begun) / 100_000_000;
        meter.say("  " + Width.left("照会の回答待ち", 26) + Width.right(expectedCases + "件", 7) + "  " + tenths / 10 + "." + tenths % 10 + "秒");
    }

    private List<CaseWork.Tagged> decideUpToProposal(CaseWork work, Desk chief) {
        List<CaseWork.Tagged> confirmed = each("照会結果の確認（担当者）", ours(work), one -> work.confirm(work.read(one.getCaseId())));
        List<CaseWork.Tagged> ready = confirmed.stream().filter(tagged -> tagged.view().getState() == CaseState.TO_PROPOSE).toList();
        // The chief, who may approve too, proposes the first one: what refuses the chief below is the case, not a missing scope.
        return each("起案（担当者）", ready, tagged -> tagged == ready.getFirst() ? work.propose(tagged, chief) : work.propose(tagged));
    }

    private void fourEyes(CaseWork work, List<CaseWork.Tagged> proposed, Desk chief) {
        if (proposed.isEmpty()) {
            problems.add("起案できた案件がない");
            return;
        }
        boolean refused = work.isProposerRefused(proposed.getFirst(), chief);
        String caseNumber = proposed.getFirst().view().getCaseNumber();
        meter.say("  起案した職員本人による決裁（" + caseNumber + "）: " + (refused ? "拒否されました" : "拒否されませんでした"));
        if (!refused) {
            problems.add("起案した職員が自分で決裁できた: " + caseNumber);
        }
    }

    private static CaseWork.Tagged notice(Desk approver, CaseWork.Tagged tagged, Path directory) {
        CaseView view = tagged.view();
        byte[] pdf = approver.notices().getNoticeWithResponseSpec(view.getCaseId()).body(byte[].class);
        boolean whole = pdf != null && pdf.length > 1000 && pdf[0] == '%' && pdf[1] == 'P' && pdf[2] == 'D' && pdf[3] == 'F';
        if (!whole) {
            throw new IllegalStateException("the notice of case " + view.getCaseNumber() + " is no PDF");
        }
        Output.write(directory, view.getUketsukeBango() + ".pdf", pdf);
        return tagged;
    }

    /** A step on one case that is refused is told and leaves the others going. */
    private <T> List<CaseWork.Tagged> each(String what, List<T> items, Function<T, CaseWork.Tagged> step) {
        return meter.each(what, items, item -> {
            try {
                return Optional.of(step.apply(item));
            } catch (RestClientResponseException refused) {
                if (leavesItToAPerson(refused)) {
                    return Optional.<CaseWork.Tagged>empty();
                }
                problems.add(what + ": HTTP " + refused.getStatusCode().value() + " " + code(refused) + name(item));
                return Optional.<CaseWork.Tagged>empty();
            } catch (IllegalStateException broken) {
                problems.add(what + ": " + broken.getMessage());
                return Optional.<CaseWork.Tagged>empty();
            }
        }).stream().flatMap(Optional::stream).toList();
    }

    private List<ActualOutcome> outcomes(CaseWork work, List<Submission> submissions, Map<ProgrammePart, PaymentDay> days) {
        Map<String, CaseSummary> cases = new LinkedHashMap<>();
        ours(work).forEach(one -> cases.put(one.getUketsukeBango(), one));
        return meter.each("結果の取りまとめ", submissions, submission -> {
            CaseSummary found = cases.get(submission.form().uketsukeBango());
            if (found == null) {
                return new ActualOutcome(submission, null, 0, 0);
            }
            UUID caseId = found.getCaseId();
            PaymentDay day = Objects.requireNonNull(days.get(ProgrammePart.of(submission.form())));
            return new ActualOutcome(submission, work.read(caseId).view(), day.paid(caseId), day.held(caseId));
        });
    }

    /** Each package is kept as it was judged, and each that was taken over has its case. */
    private void nothingIsLost(Desk caseworker, List<ActualOutcome> outcomes) {
        Map<UUID, PackageState> kept = Submission.kept(caseworker);
        for (ActualOutcome outcome : outcomes) {
            Submission submission = outcome.submission();
            PackageState wanted = submission.accepted() ? PackageState.ACCEPTED : PackageState.REFUSED;
            boolean there = submission.packageId() != null && kept.get(submission.packageId()) == wanted;
            if (!there || submission.accepted() != (outcome.view() != null)) {
                problems.add("失われた申請データ: " + submission.form().uketsukeBango());
            }
            problems.addAll(outcome.exposures());
        }
    }

    /** The rules do not decide the case: no fault, and whether it was to be so the comparison at the end tells. */
    private static boolean leavesItToAPerson(RestClientResponseException refused) {
        return refused.getStatusCode() == HttpStatus.UNPROCESSABLE_CONTENT && code(refused).strip().equals("RULE_REFERS");
    }

    private static String code(RestClientResponseException refused) {
        try {
            return Optional.ofNullable(Desk.MAPPER.readTree(refused.getResponseBodyAsByteArray()).get("code"))
                    .map(node -> node.asString() + " ").orElse("");
        } catch (RuntimeException noProblemDocument) {
            return "";
        }
    }

    private static String name(Object item) {
        return switch (item) {
            case CaseSummary summary -> summary.getUketsukeBango();
            case CaseWork.Tagged tagged -> tagged.view().getUketsukeBango();
            default -> "";
        };
    }
}
