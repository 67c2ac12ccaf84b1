package jp.todoke.local.demo;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.todoke.client.benefits.model.ControlTotals;
import jp.todoke.client.benefits.model.HeldPayment;
import jp.todoke.client.benefits.model.PaymentItem;
import jp.todoke.client.benefits.model.PaymentRun;
import jp.todoke.client.benefits.model.PaymentRunRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** 支払処理: made by the payment officer, approved by somebody else with the control totals, fetched as a bank file and read back. */
public record PaymentDay(PaymentRun run, Path bankFile, List<String> problems) {
    static PaymentDay pay(Desk payments, Desk approver, ProgrammePart part, String run, Path directory) {
        String key = run + "-" + part.name();
        var request = new PaymentRunRequest().programme(part.programme()).paymentDate(part.paymentDate());
        ResponseEntity<PaymentRun> created = payments.payments().createPaymentRunWithHttpInfo(key + "-run", request);
        PaymentRun made = body(created);
        var totals = new ControlTotals().count(made.getCount()).totalYen(made.getTotalYen());
        String tag = Objects.requireNonNull(created.getHeaders().getFirst(HttpHeaders.ETAG), "ETag");
        PaymentRun approved = body(approver.payments().approvePaymentRunWithHttpInfo(made.getRunId(), tag, key + "-run-approval", totals));
        ResponseEntity<byte[]> file = payments.payments().getBankFileWithResponseSpec(approved.getRunId()).toEntity(byte[].class);
        byte[] bytes = Objects.requireNonNull(file.getBody(), "bank file");
        Path path = Output.write(directory, Objects.requireNonNull(file.getHeaders().getContentDisposition().getFilename(), "file name"),
                bytes);
        return new PaymentDay(approved, path, problems(approved, bytes, path.getFileName().toString()));
    }

    long paid(UUID caseId) {
        return run.getItems().stream().filter(item -> item.getCaseId().equals(caseId)).mapToLong(PaymentItem::getYen).sum();
    }

    long held(UUID caseId) {
        return run.getHeld().stream().filter(held -> held.getCaseId().equals(caseId)).mapToLong(HeldPayment::getYen).sum();
    }

    /** The file against the run it was made from: nothing of the program that wrote it is used. */
    private static List<String> problems(PaymentRun run, byte[] bytes, String name) {
        BankFile file = BankFile.read(bytes, run.getPaymentDate());
        var problems = new ArrayList<>(file.problems());
        require(problems, file.count() == run.getCount() && file.total() == run.getTotalYen(), "件数・金額が支払処理と違う");
        require(problems, sha256(bytes).equals(run.getFileSha256()), "ハッシュが支払処理と違う");
        require(problems, name.equals(run.getFileName()), "ファイル名が支払処理と違う");
        for (PaymentItem item : run.getItems()) {
            require(problems, item.getYen().equals(file.yenByItem().get(item.getItemNumber())), "明細 " + item.getItemNumber() + " の金額が違う");
        }
        return problems;
    }

    private static void require(List<String> problems, boolean holds, String what) {
        if (!holds) {
            problems.add(what);
        }
    }

    private static PaymentRun body(ResponseEntity<PaymentRun> answer) {
        return Objects.requireNonNull(answer.getBody(), "payment run");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
