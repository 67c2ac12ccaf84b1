package jp.todoke.conformance.report;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import jp.todoke.conformance.condition.Mismatch;
import jp.todoke.conformance.profile.CaseResult;
import jp.todoke.conformance.profile.Finding;
import jp.todoke.conformance.profile.Outcome;
import jp.todoke.conformance.requirements.Requirement;

/** The run for people: one page without scripts or outside files, failures first, each with clause, derivation and difference. */
final class HtmlReport {
    private static final String STYLE = """
            :root{color-scheme:light dark;--line:#8886;--soft:#8881;--ok:#1a7f37;--bad:#c62828;--warn:#9a6700;--none:#57606a}
            body{font:15px/1.6 system-ui,"Hiragino Sans","Noto Sans JP",sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2.5rem}h3{font-size:1rem;margin:1.5rem 0 .3rem}
            table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}
            th{background:var(--soft);font-weight:600}code,pre,.id{font:13px/1.5 ui-monospace,monospace}pre{background:var(--soft);padding:.6rem;overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere}
            td{overflow-wrap:anywhere}.PASSED{color:var(--ok)}.FAILED{color:var(--bad)}.WARNING{color:var(--warn)}.NOT_RUN{color:var(--none)}b.PASSED,b.FAILED,b.WARNING,b.NOT_RUN{white-space:nowrap}
            .number{text-align:right}.verdict{font-size:1.2rem;border-left:.4rem solid;padding:.3rem .8rem;background:var(--soft)}summary{cursor:pointer}
            article{border-top:1px solid var(--line);margin-top:1rem}
            @media print{details{display:none}}""";
    private static final Map<Outcome, String> WORDS = Map.of(Outcome.PASSED, "合格 passed", Outcome.FAILED, "不合格 failed", Outcome.WARNING,
            "警告 warning", Outcome.NOT_RUN, "未実施 not run");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz").withZone(ZoneId.of("Asia/Tokyo"));
    private final Report report;
    private final StringBuilder page = new StringBuilder();

    private HtmlReport(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        page.append("<!doctype html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<title>適合性試験 — Conformance report</title><style>").append(STYLE).append("</style></head><body>\n")
                .append("<h1>適合性試験の結果 <small>Conformance report</small></h1>\n");
        head();
        overview();
        failures();
        all();
        return page.append("</body></html>\n").toString();
    }

    private void head() {
        RunInfo info = report.info();
        Outcome outcome = report.result().outcome();
        page.append("<p class=\"verdict ").append(outcome).append("\"><b>").append(WORDS.get(outcome)).append("</b>");
        if (report.result().incomplete()) {
            page.append(" — 一部は実施できず、この結果は適合の証明になりません。 The run is incomplete and proves no conformance.");
        }
        page.append("</p>\n<table>");
        row("対象 System", info.baseUrl().toString());
        row("プロファイル Profile", info.profile());
        row("試験の版 Suite version", info.suiteVersion());
        row("事例の指紋 Vectors (SHA-256)", info.digest());
        row("対象の事例 Selection", info.selection().isEmpty() ? "すべて all" : info.selection());
        row("開始 Begun", TIME.format(info.begun()));
        row("所要 Took", info.took().toMillis() + " ms");
        for (Outcome one : Outcome.values()) {
            row(WORDS.get(one), Long.toString(report.result().count(one)));
        }
        page.append("</table>\n");
    }

    private void row(String name, String value) {
        page.append("<tr><th>").append(escaped(name)).append("</th><td>").append(escaped(value)).append("</td></tr>");
    }

    private void overview() {
        page.append("<h2>要件ごとの結果 <small>By requirement</small></h2>\n<table><tr><th>要件 Requirement</th><th>条項 Clause</th>")
                .append("<th>内容 Text</th><th>結果 Outcome</th><th>合格</th><th>不合格</th><th>警告</th><th>未実施</th></tr>\n");
        for (Report.Section section : report.sections()) {
            Requirement requirement = section.requirement();
            page.append("<tr><td class=\"id\"><a href=\"#").append(escaped(requirement.id())).append("\">")
                    .append(escaped(requirement.id()))
                    .append("</a></td><td>").append(escaped(requirement.clause())).append("</td><td>").append(escaped(requirement.text()))
                    .append("</td><td>");
            word(section.outcome());
            page.append("</td>");
            for (Outcome outcome : new Outcome[]{Outcome.PASSED, Outcome.FAILED, Outcome.WARNING, Outcome.NOT_RUN}) {
                page.append("<td class=\"number\">").append(section.count(outcome)).append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private void failures() {
        page.append("<h2>合格でないもの <small>What did not pass</small></h2>\n");
        boolean none = true;
        for (Report.Section section : report.sections()) {
            for (Finding finding : section.notPassed()) {
                none = false;
                finding(section.requirement(), finding);
            }
        }
        if (none) {
            page.append("<p>ありません。 None.</p>\n");
        }
    }

    private void finding(Requirement requirement, Finding finding) {
        CaseResult one = report.caseOf(finding);
        page.append("<article><h3><span class=\"id\">").append(escaped(finding.subject())).append("</span> ");
        word(finding.outcome());
        page.append(' ').append(one == null ? "" : escaped(one.vector().title())).append("</h3>\n<p><span class=\"id\">")
                .append(escaped(requirement.id())).append("</span> ").append(escaped(requirement.clause())).append(" — ")
                .append(escaped(requirement.text())).append("</p>\n");
        if (!finding.note().isEmpty()) {
            page.append("<p>").append(escaped(finding.note())).append("</p>\n");
        }
        if (!finding.mismatches().isEmpty()) {
            page.append("<table><tr><th>箇所 Where</th><th>期待 Expected</th><th>実際 Actual</th></tr>");
            for (Mismatch mismatch : finding.mismatches()) {
                page.append("<tr><td>").append(escaped(mismatch.where())).append("</td><td>").append(escaped(mismatch.expected()))
                        .append("</td><td>").append(escaped(mismatch.actual())).append("</td></tr>");
            }
            page.append("</table>\n");
        }
        if (one != null) {
            derivation(one);
            page.append("<details><summary>要求と応答 Request and answer (").append(escaped(one.vector().source())).append(")</summary><pre>")
                    .append(escaped(one.vector().request().toPrettyString())).append("</pre><pre>").append(escaped(one.evidence()))
                    .append("</pre></details>\n");
        }
        page.append("</article>\n");
    }

    private void derivation(CaseResult one) {
        page.append("<p><b>導出 Derivation</b> (").append(escaped(one.vector().clause())).append("): ")
                .append(escaped(one.vector().derivation())).append("</p>\n");
    }

    private void all() {
        page.append("<h2>すべての確認 <small>Everything that was checked</small></h2>\n");
        for (Report.Section section : report.sections()) {
            page.append("<h3 id=\"").append(escaped(section.requirement().id())).append("\"><span class=\"id\">")
                    .append(escaped(section.requirement().id())).append("</span> ").append(escaped(section.requirement().clause()))
                    .append(' ');
            word(section.outcome());
            page.append("</h3>\n<p>").append(escaped(section.requirement().text())).append("</p>\n<details><summary>")
                    .append(section.findings().size()).append(" 件 checks</summary><table>");
            for (Finding finding : section.findings()) {
                CaseResult one = report.caseOf(finding);
                boolean own = one != null && one.vector().requirement().equals(section.requirement().id());
                page.append("<tr><td class=\"id\">").append(escaped(finding.subject())).append("</td><td>");
                word(finding.outcome());
                page.append("</td><td>").append(one == null ? "" : escaped(one.vector().title()));
                if (own) {
                    derivation(one);
                }
                page.append("</td></tr>\n");
            }
            page.append("</table></details>\n");
        }
    }

    private void word(Outcome outcome) {
        page.append("<b class=\"").append(outcome).append("\">").append(WORDS.get(outcome)).append("</b>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
