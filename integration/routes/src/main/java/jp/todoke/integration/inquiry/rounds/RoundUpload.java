package jp.todoke.integration.inquiry.rounds;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.api.rounds.model.InquiryRound;
import jp.todoke.api.rounds.model.RoundInformation;
import jp.todoke.api.rounds.model.RoundProcedure;
import jp.todoke.api.rounds.model.RoundPurpose;
import jp.todoke.guard.Caller;
import jp.todoke.guard.Problem;
import jp.todoke.guard.Problem.FieldError;
import jp.todoke.integration.evidence.NetworkInformation;
import jp.todoke.telemetry.Traces;
import jp.todoke.telemetry.Work;
import jp.todoke.tenancy.BusinessDate;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes the lines of a round as they come; one batch of them is in memory, whatever the length of the upload. */
@Component
class RoundUpload {
    private static final int MOST_LINES = 200_000;
    private static final int BATCH = 1_000;
    /** 情報照会者ユーザーID of the .DAT: 20 characters. */
    private static final String NAMEABLE = "[A-Za-z0-9._@-]{1,20}";

    /** What is asked about every line. */
    record Matter(RoundProcedure procedure, RoundInformation kind, RoundPurpose purpose, @Nullable Integer year,
            @Nullable String providerMunicipality) {}

    private final Rounds rounds;
    private final LineCheck check;
    private final NetworkInformation information;
    private final BusinessDate businessDate;
    private final Clock clock;
    private final Traces traces;
    private final JsonMapper json;

    RoundUpload(Rounds rounds, LineCheck check, NetworkInformation information, BusinessDate businessDate, Clock clock, Traces traces,
            JsonMapper json) {
        this.rounds = rounds;
        this.check = check;
        this.information = information;
        this.businessDate = businessDate;
        this.clock = clock;
        this.traces = traces;
        this.json = json;
    }

    InquiryRound take(Matter matter, boolean csv, InputStream body) {
        NetworkInformation.Entry asked = checked(matter);
        String officer = Caller.current().subject();
        if (!officer.matches(NAMEABLE)) {
            throw Problem.unprocessable("OFFICER_NOT_NAMEABLE", "利用者IDが20字までの英数字でないため、照会ファイルに記載できません。");
        }
        UUID roundId = UUID.randomUUID();
        Instant now = clock.instant();
        rounds.open(new RoundMapper.NewRound(Tenant.current().code(), roundId, matter.procedure().getValue(), asked.kind(),
                matter.purpose().getValue(), matter.year(), officer, now, Work.correlationId(), traces.current()));
        boolean taken = false;
        try {
            String hash = lines(roundId, matter, asked, csv, body);
            InquiryRound round = rounds.finish(roundId, now, matter + hash);
            taken = true;
            return round;
        } catch (IOException e) {
            throw Problem.of(400, "BODY_UNREADABLE", "名簿を最後まで受け取れませんでした。もう一度送信してください。");
        } finally {
            if (!taken) {
                rounds.discard(roundId);
            }
        }
    }

    private NetworkInformation.Entry checked(Matter matter) {
        NetworkInformation.Entry asked = information.of(matter.kind().getValue()).orElseThrow(() -> Problem.invalid(
                List.of(new FieldError("/query/kind", "NOT_IN_FILES", "この情報は一括照会で照会できません。"))));
        List<FieldError> errors = new ArrayList<>();
        if (asked.byYear() && matter.year() == null) {
            errors.add(new FieldError("/query/year", "REQUIRED", "この情報は年度を指定して照会します。year を指定してください。"));
        }
        if (!asked.byYear() && matter.year() != null) {
            errors.add(new FieldError("/query/year", "NOT_APPLICABLE", "この情報に年度の指定はありません。year を付けないでください。"));
        }
        if (asked.byYear() && matter.year() != null && matter.year() > businessDate.today().getYear()) {
            errors.add(new FieldError("/query/year", "YEAR_IN_FUTURE", "課税年度は、まだ始まっていない年を指定できません。"));
        }
        String provider = matter.providerMunicipality();
        if (provider != null && !asked.ofMunicipality()) {
            errors.add(new FieldError("/query/providerMunicipality", "NOT_APPLICABLE", LineCode.PROVIDER_NOT_ASKED.message()));
        }
        if (provider != null && asked.ofMunicipality() && !isMunicipality(provider)) {
            errors.add(new FieldError("/query/providerMunicipality", "INVALID", LineCode.PROVIDER_UNKNOWN.message()));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return asked;
    }

    private static boolean isMunicipality(String code) {
        try {
            return !new Municipality(code).code().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @return the hash of all that came */
    private String lines(UUID roundId, Matter matter, NetworkInformation.Entry asked, boolean csv, InputStream body) throws IOException {
        var hashed = new DigestInputStream(body, sha256());
        PersonLines lines = csv ? PersonLines.csv(hashed) : PersonLines.ndjson(hashed, json);
        boolean ownPlace = matter.providerMunicipality() == null && asked.place() == NetworkInformation.Place.OWN;
        String usualProvider = ownPlace ? Tenant.current().code() : matter.providerMunicipality();
        LineCheck.Questions questions = check.of(matter.procedure().getValue(), asked);
        List<RoundMapper.NewLine> batch = new ArrayList<>(BATCH);
        int count = 0;
        int good = 0;
        for (Optional<PersonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (++count > MOST_LINES) {
                throw Problem.of(413, "TOO_MANY_LINES", "一度に送信できるのは " + MOST_LINES + " 行までです。名簿を分けてください。");
            }
            batch.add(questions.check(line.get(), usualProvider));
            if (batch.size() == BATCH) {
                good += rounds.add(roundId, batch, good);
                batch.clear();
            }
        }
        if (count == 0) {
            throw Problem.invalid(List.of(new FieldError("", "EMPTY", "名簿に行がありません。")));
        }
        if (!batch.isEmpty()) {
            rounds.add(roundId, batch, good);
        }
        return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
