package jp.todoke.local.badinput;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import jp.todoke.local.RunningSystem;

/** Good requests, one member a line, from which a row of the table makes a bad one. */
enum Door {
    RESIDENTS("POST /api/v1/feeds/residents", "register-feed-b", """
            {"asOf": "2026-11-16"
            ,"residents": [{"householdNumber": "000000901"
            ,"atenabango": "{number}"
            ,"kojinbango": "999987770012"
            ,"relationship": "HEAD"
            ,"name": "隣野　花"
            ,"kana": "トナリノ　ハナ"
            ,"birthDate": "1990-04-05"
            ,"sex": "2"
            ,"address": "東京都隣野市{marker}"
            ,"residentSince": "2020-03-01"
            ,"january1Municipality": "139980"
            ,"supportMeasure": false
            }]}
            """),
    TAXES("POST /api/v1/feeds/taxes", "register-feed-b", """
            {"year": 2026
            ,"rows": [{"declared": true
            ,"atenabango": "{number}"
            ,"totalIncomeYen": 1000
            }]}
            """),
    CONFIRMATION("POST /api/v1/cases/0190f3a2-0000-7000-8000-000000000001/confirmations", "caseworker-b", """
            {"factIds": ["0190f3a2-0000-7000-8000-000000000002"]
            ,"note": "{marker}"
            }
            """),
    INQUIRY("POST /api/v1/cases/0190f3a2-0000-7000-8000-000000000001/inquiries", "caseworker-b", """
            {"kind": "TAX"
            ,"participantId": "0190f3a2-0000-7000-8000-000000000002"
            ,"asOf": "2026-11-16"
            }
            """),
    PAPER_REQUEST("POST /api/v1/cases/0190f3a2-0000-7000-8000-000000000001/paper-requests", "caseworker-b", """
            {"kind": "TAX_CERTIFICATE"
            ,"participantId": "0190f3a2-0000-7000-8000-000000000002"
            ,"reason": "{marker}"
            }
            """),
    WITHDRAWAL("POST /api/v1/cases/0190f3a2-0000-7000-8000-000000000001/withdrawal", "caseworker-b", """
            {"reason": "{marker}"
            }
            """),
    ROUND("POST /api/v1/inquiry-rounds", "caseworker-b", "atenabango\n{number}\n"),
    EVIDENCE("GET /api/v1/evidence-directory", "caseworker-b", ""),
    USAGE("GET /api/v1/linkage-usage", "caseworker-b", ""),
    PAYMENT_RUN("POST /api/v1/payment-runs", "payments", """
            {"programme": "CHILD_ALLOWANCE"
            ,"paymentDate": "2027-02-10"
            }
            """),
    SIMULATION("POST /api/v1/simulations", "vendor", """
            {"programme": "CHILD_ALLOWANCE"
            ,"from": "2026-11"
            ,"to": "2026-12"
            ,"claimant": {"kind": "PARENT"}
            ,"claims": [{"kind": "NEW", "receivedOn": "2026-11-02", "children": ["{marker}"]}]
            ,"children": [{"birthDate": "2026-10-31"
            ,"id": "{marker}"
            }]}
            """),
    CASES("GET /api/v1/cases", "caseworker-b", ""),
    CASE("GET /api/v1/cases/0190f3a2-0000-7000-8000-000000000001", "caseworker-b", ""),
    PACKAGE("POST /api/v1/intake/packages", "caseworker-b", "no package\n"),
    IMPORT("POST /api/v1/intake/imports", "caseworker-b", "uketsukeBango,{marker}\nA-1,{marker}\n");

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final int LEVELS = 10_000;
    private static final Pattern SETTING = Pattern.compile("(\\w+) = (.*)");
    private static final Pattern HEADER = Pattern.compile("(more )?header ([A-Za-z-]+): ?(.*)");

    private final String operation;
    private final String user;
    private final String body;

    Door(String operation, String user, String body) {
        this.operation = operation;
        this.user = user;
        this.body = body;
    }

    /** The request of a row; each key is used once. */
    Wire request(RunningSystem system, Scenario row, Evidence evidence) {
        String marker = evidence.marker(row);
        String number = evidence.number(row);
        String method = operation.split(" ")[0];
        String target = operation.split(" ")[1];
        String text = body;
        for (String step : row.steps()) {
            Matcher setting = SETTING.matcher(step);
            if (step.startsWith("body ")) {
                text = body(step);
            } else if (step.startsWith("method ")) {
                method = step.substring("method ".length());
            } else if (step.startsWith("path ")) {
                target = step.substring("path ".length());
            } else if (step.startsWith("query ")) {
                target += "?" + step.substring("query ".length());
            } else if (step.startsWith("remove ")) {
                text = replaced(text, step.substring("remove ".length()), "");
            } else if (setting.matches()) {
                text = replaced(text, setting.group(1), "\"" + setting.group(1) + "\": " + setting.group(2));
            }
        }
        Wire request = new Wire(method, filled(target, marker, number)).header("Authorization", "Bearer " + token(system));
        if (!body.isEmpty()) {
            request.header("Content-Type", type());
            request.header("Idempotency-Key", marker + "-" + UUID.randomUUID());
            request.body(filled(text, marker, number).getBytes(StandardCharsets.UTF_8));
        }
        if (this == CONFIRMATION || this == WITHDRAWAL) {
            request.header("If-Match", "\"1\"");
        }
        row.steps().forEach(step -> send(request, filled(step, marker, number), filled(text(row), marker, number)));
        return request;
    }

    private String type() {
        return switch (this) {
            case PACKAGE -> "application/zip";
            case IMPORT, ROUND -> "text/csv";
            default -> "application/json";
        };
    }

    private String text(Scenario row) {
        return row.steps().stream().filter(step -> step.startsWith("body ")).map(Door::body).findFirst().orElse(body);
    }

    private static String body(String step) {
        String text = step.substring("body ".length());
        return text.equals("-") ? "" : text;
    }

    private static String replaced(String text, String member, String replacement) {
        Matcher line = Pattern.compile("(?m)^(.*[,{])\"" + member + "\": .*$").matcher(text);
        if (!line.find()) {
            throw new IllegalStateException("no line for " + member);
        }
        String before = replacement.isEmpty() && line.group(1).endsWith(",")
                ? line.group(1).substring(0, line.group(1).length() - 1)
                : line.group(1);
        return text.substring(0, line.start()) + before + replacement + text.substring(line.end());
    }

    private static String filled(String text, String marker, String number) {
        return text.replace("{marker}", marker).replace("{number}", number).replace("{digits}", "9".repeat(LEVELS))
                .replace("{long}", "x".repeat(2 * LEVELS));
    }

    private String token(RunningSystem system) {
        return user.startsWith("register-feed") ? system.clientToken(user) : system.token(user);
    }

    private static void send(Wire request, String step, String text) {
        Matcher header = HEADER.matcher(step);
        if (header.matches()) {
            if (header.group(1) == null) {
                request.without(header.group(2));
            }
            request.header(header.group(2), header.group(3).translateEscapes());
        } else if (step.startsWith("no header ")) {
            request.without(step.substring("no header ".length()));
        } else if (step.startsWith("as ")) {
            as(request, step.substring("as ".length()), text);
        }
    }

    private static void as(Wire request, String form, String text) {
        switch (form) {
            case "BOM" -> request.body(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
            case "UTF-16" -> request.body(text.getBytes(StandardCharsets.UTF_16));
            case "UTF-16 without BOM" -> request.body(text.getBytes(StandardCharsets.UTF_16BE));
            case "Shift_JIS" -> request.body(text.getBytes(Charset.forName("Shift_JIS")));
            case "overlong UTF-8" -> request.body(overlong(text));
            case "nested" -> request.body(("{\"a\":".repeat(LEVELS) + "1" + "}".repeat(LEVELS)).getBytes(StandardCharsets.UTF_8));
            case "nested lists" -> request.body(("[".repeat(LEVELS) + "]".repeat(LEVELS)).getBytes(StandardCharsets.UTF_8));
            case "ten megabytes" -> request.body(megabytes());
            case "ten megabytes in chunks" -> request.body(megabytes()).chunked();
            case "gzip" -> request.body(packed()).header("Content-Encoding", "gzip");
            case "600 unknown fields" -> request.body(unknownFields(600));
            case "150000 unknown fields" -> request.body(unknownFields(150_000));
            default -> throw new IllegalStateException("no form " + form);
        }
    }

    /** A slash as two bytes, as UTF-8 forbids, though some readers take it. */
    private static byte[] overlong(String text) {
        byte[] bytes = text.replace("隣野　花", "??").getBytes(StandardCharsets.UTF_8);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("??");
        bytes[at] = (byte) 0xC0;
        bytes[at + 1] = (byte) 0xAF;
        return bytes;
    }

    private static byte[] megabytes() {
        byte[] spaces = new byte[TEN_MEGABYTES];
        Arrays.fill(spaces, (byte) ' ');
        return spaces;
    }

    private static byte[] packed() {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(megabytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] unknownFields(int count) {
        return IntStream.range(0, count).mapToObj(number -> "\"a" + number + "\":1").collect(Collectors.joining(",", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
