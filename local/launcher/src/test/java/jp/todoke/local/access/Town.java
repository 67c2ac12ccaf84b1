package jp.todoke.local.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.client.benefits.model.CaseState;
import jp.todoke.client.benefits.model.CaseSummary;
import jp.todoke.client.benefits.model.ControlTotals;
import jp.todoke.client.benefits.model.ResidentFeed;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.demo.CaseWork;
import jp.todoke.local.demo.Desk;
import jp.todoke.local.demo.Patience;
import jp.todoke.local.issuer.Person;
import jp.todoke.local.sample.ApplicationForm;
import jp.todoke.local.sample.ApplicationForm.Applicant;
import jp.todoke.local.sample.ApplicationForm.Content;
import jp.todoke.local.sample.ApplicationPackage;
import jp.todoke.local.sample.Sample;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A municipality that has one of everything that is asked for by its id.
 *
 * @param objects id by the name of the path variable that takes it
 */
record Town(String municipality, String uketsukeBango, Map<String, UUID> objects) {

    private static final Patience ANSWERS = new Patience(Duration.ofSeconds(60), Duration.ofMillis(50));
    private static final LocalDate PAYDAY = LocalDate.of(2027, 2, 12);

    /**
     * 届野市: a claim that is refused without a question, since a public servant claims elsewhere, and a payment run that is cancelled at once.
     * Neither leaves anything to pay: whoever pays here later pays what was due without it.
     */
    static Town refusing(RunningSystem system, Tokens tokens) {
        String run = "access-" + UUID.randomUUID();
        feed(Desk.ofSystem(system, "register-feed"), Answer.JSON.readTree(Sample.residentFeed(Sample.TODOKENO)), run);
        ApplicationForm plain = Sample.furtherApplications().get(20);
        Applicant writing = plain.content().applicant();
        ApplicationForm form = filled(plain, plain.content().jpkiSerial(),
                new Applicant(writing.name(), writing.kana(), writing.birthDate(), "PUBLIC_SERVANT"));
        Map<String, UUID> decided = decide(new CaseWork(Desk.of(system, "caseworker"), Desk.of(system, "approver"), run),
                Desk.of(system, "caseworker"), Person.TODOKENO, form, run);
        Run made = Run.make(system, tokens, Person.TODOKENO, run);
        Desk.of(system, "payments").payments().cancelPaymentRun(made.id(), made.tag(), run + "-cancel");
        return made.in(form, Person.TODOKENO, decided);
    }

    /** 隣野市: a mother on her own, granted and paid on an account of her own; nobody is asked about her. */
    static Town paying(RunningSystem system, Tokens tokens) {
        String run = "access-" + UUID.randomUUID();
        feed(Desk.ofSystem(system, "register-feed-b"), ofHousehold("000000054"), run);
        ApplicationForm plain = Sample.applications().stream().filter(one -> one.no() == 54).findFirst().orElseThrow();
        ApplicationForm form = filled(plain, plain.content().jpkiSerial(), plain.content().applicant());
        Desk approver = Desk.of(system, "approver-b");
        Map<String, UUID> decided = decide(new CaseWork(Desk.of(system, "caseworker-b"), approver, run), Desk.of(system, "caseworker-b"),
                Person.TONARINO, form, run);
        Run made = Run.make(system, tokens, Person.TONARINO, run);
        approver.payments().approvePaymentRun(made.id(), made.tag(), run + "-approval",
                new ControlTotals().count(made.count()).totalYen(made.totalYen()));
        return made.in(form, Person.TONARINO, decided);
    }

    /** 隣野市 works: another mother applies there, and 公金受取口座 is asked for. */
    static void receivingInTonarino(RunningSystem system) {
        String run = "access-" + UUID.randomUUID();
        feed(Desk.ofSystem(system, "register-feed-b"), ofHousehold("000000059"), run);
        ApplicationForm plain = Sample.applications().stream().filter(one -> one.no() == 59).findFirst().orElseThrow();
        ApplicationForm form = filled(plain, plain.content().jpkiSerial(), plain.content().applicant());
        Desk caseworker = Desk.of(system, "caseworker-b");
        submit(caseworker, Person.TONARINO, form, run);
        var work = new CaseWork(caseworker, caseworker, run);
        ANSWERS.await("a case in 隣野市", () -> work.of(form.uketsukeBango()));
    }

    private record Run(UUID id, String tag, int count, long totalYen) {
        static Run make(RunningSystem system, Tokens tokens, String municipality, String run) {
            String body = "{\"programme\":\"CHILD_ALLOWANCE\",\"paymentDate\":\"" + PAYDAY + "\"}";
            Answer answer = Answer.to(Answer.request(system.gatewayUrl(), "/api/v1/payment-runs", tokens.of("payments", municipality))
                    .header("Idempotency-Key", run + "-run").header("Content-Type", "application/json"), "POST", body);
            if (answer.status() != 201) {
                throw new IllegalStateException("no payment run: " + answer);
            }
            JsonNode made = answer.json();
            return new Run(UUID.fromString(made.path("runId").asString()), answer.header("ETag"), made.path("count").asInt(),
                    made.path("totalYen").asLong());
        }

        Town in(ApplicationForm form, String municipality, Map<String, UUID> decided) {
            return new Town(municipality, form.uketsukeBango(), Map.of("runId", id, "caseId", decided.get("caseId"), "packageId",
                    decided.get("packageId"), "roundId", decided.get("roundId"), "importId", decided.get("importId")));
        }
    }

    /** A table of one row, which is refused: it has a number and nothing else. */
    private static UUID imported(Desk caseworker, String run) {
        String header = "uketsukeBango,procedure,arrivedAt,jpkiSerial,signatureVerified,signedAt,applicant.name,applicant.kana,applicant.birthDate,"
                + "children.1.name,children.1.birthDate,children.1.livesTogether,cause.kind";
        String id = Answer.JSON.readTree(Objects.requireNonNull(caseworker.http().post().uri("/api/v1/intake/imports")
                .header("Idempotency-Key", run + "-import").contentType(MediaType.valueOf("text/csv"))
                .body((header + "\r\nA-1" + ",".repeat(12) + "\r\n").getBytes(StandardCharsets.UTF_8)).retrieve().body(byte[].class)))
                .path("importId").asString();
        ANSWERS.await("an import that is done", () -> Optional.of(Answer.JSON.readTree(Objects.requireNonNull(
                caseworker.http().get().uri("/api/v1/intake/imports/" + id).retrieve().body(byte[].class))).path("state").asString())
                .filter("DONE"::equals));
        return UUID.fromString(id);
    }

    private static Map<String, UUID> decide(CaseWork work, Desk caseworker, String municipality, ApplicationForm form, String run) {
        UUID packageId = submit(caseworker, municipality, form, run);
        CaseSummary waiting = ANSWERS.await("a case that an officer can go on with", () -> work.of(form.uketsukeBango())
                .filter(one -> one.getState() == CaseState.TO_CONFIRM || one.getState() == CaseState.TO_PROPOSE));
        work.approve(work.propose(work.confirm(work.read(waiting.getCaseId()))));
        return Map.of("caseId", waiting.getCaseId(), "packageId", packageId, "roundId", round(caseworker, run), "importId",
                imported(caseworker, run));
    }

    private static UUID submit(Desk caseworker, String municipality, ApplicationForm form, String run) {
        byte[] taken = Objects.requireNonNull(caseworker.http().post().uri("/api/v1/intake/packages")
                .header("Idempotency-Key", run + "-package")
                .contentType(MediaType.valueOf("application/zip")).body(ApplicationPackage.addressedTo(municipality, form)).retrieve()
                .body(byte[].class));
        return UUID.fromString(Answer.JSON.readTree(taken).path("packageId").asString());
    }

    /** One line that stays behind: nobody is asked, and the round has ended when it has begun. */
    private static UUID round(Desk caseworker, String run) {
        byte[] taken = Objects.requireNonNull(caseworker.http().post()
                .uri("/api/v1/inquiry-rounds?procedure=CHILD_ALLOWANCE_NEW&kind=TAX&purpose=YEARLY_INCOME&year=2026")
                .header("Idempotency-Key", run + "-round").contentType(MediaType.valueOf("text/csv"))
                .body("atenabango,providerMunicipality\n000000000000000,99999\n".getBytes(StandardCharsets.US_ASCII)).retrieve()
                .body(byte[].class));
        String id = Answer.JSON.readTree(taken).path("roundId").asString();
        ANSWERS.await("a round that has ended", () -> Optional.of(Answer.JSON.readTree(Objects.requireNonNull(
                caseworker.http().get().uri("/api/v1/inquiry-rounds/" + id).retrieve().body(byte[].class))).path("state").asString())
                .filter("COMPLETED"::equals));
        return UUID.fromString(id);
    }

    private static void feed(Desk desk, JsonNode residents, String run) {
        desk.feeds().feedResidents(run + "-residents", Answer.JSON.treeToValue(residents, ResidentFeed.class));
    }

    /** The household, under 宛名番号 that 隣野市 gives to nobody else. */
    private static JsonNode ofHousehold(String number) {
        JsonNode feed = Answer.JSON.readTree(Sample.residentFeed(Sample.TODOKENO));
        ObjectNode own = Answer.JSON.createObjectNode().put("asOf", feed.path("asOf").asString());
        var residents = own.putArray("residents");
        for (JsonNode each : feed.path("residents")) {
            if (each instanceof ObjectNode resident && number.equals(resident.path("householdNumber").asString())) {
                resident.put("householdNumber", "A" + number);
                for (String member : new String[]{"atenabango", "fatherAtenabango", "motherAtenabango"}) {
                    if (resident.has(member)) {
                        resident.put(member, "7" + resident.path(member).asString().substring(1));
                    }
                }
                residents.add(resident);
            }
        }
        return own;
    }

    private static ApplicationForm filled(ApplicationForm plain, String jpkiSerial, Applicant applicant) {
        Content content = plain.content();
        String number = "ACCESS-" + UUID.randomUUID().toString().substring(0, 8);
        return new ApplicationForm(plain.no(), plain.story(), number, plain.defect(), null, plain.arrivedAt(),
                new Content(jpkiSerial, applicant, content.spouse(), content.children(), content.countedSiblings(), content.cause(),
                        content.separation(), content.account(), content.attachments(), null));
    }
}
