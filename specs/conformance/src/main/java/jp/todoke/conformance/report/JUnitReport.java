package jp.todoke.conformance.report;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import jp.todoke.conformance.profile.CaseResult;
import jp.todoke.conformance.profile.Finding;
import jp.todoke.conformance.profile.Outcome;

/**
 * The run for build servers: a test for each vector (class = requirement), and one for each requirement that concerns every
 * answer. A warning passes and says so in its output; what was not run counts as an error.
 */
final class JUnitReport {
    private final Report report;
    private final XMLStreamWriter xml;

    private JUnitReport(Report report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    static String of(Report report) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new JUnitReport(report, xml).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void write() throws XMLStreamException {
        List<Report.Section> sections = report.sections();
        List<Finding> own = report.result().cases().stream().map(one -> one.findings().getFirst()).toList();
        List<Report.Section> ofEveryAnswer = sections.stream()
                .map(s -> new Report.Section(s.requirement(), s.findings().stream().filter(f -> !own.contains(f)).toList()))
                .filter(s -> !s.findings().isEmpty()).toList();
        long failures = own.stream().filter(f -> f.outcome() == Outcome.FAILED).count()
                + ofEveryAnswer.stream().filter(s -> s.outcome() == Outcome.FAILED).count();
        long errors = own.stream().filter(f -> f.outcome() == Outcome.NOT_RUN).count()
                + ofEveryAnswer.stream().filter(s -> s.outcome() == Outcome.NOT_RUN).count();
        xml.writeStartDocument("UTF-8", "1.0");
        element("testsuite", "name", "conformance." + report.info().profile(), "tests", Long.toString(own.size() + ofEveryAnswer.size()),
                "failures", Long.toString(failures), "errors", Long.toString(errors), "skipped", "0", "time",
                seconds(report.info().took().toMillis()), "timestamp", report.info().begun().toString());
        properties();
        for (Finding finding : own) {
            CaseResult one = report.caseOf(finding);
            if (one != null) {
                element("testcase", "classname", finding.requirement(), "name", one.vector().id() + " " + one.vector().title(), "time",
                        seconds(one.millis()));
                outcome(finding.outcome(), text(finding) + "\n" + one.vector().clause() + "\n" + one.vector().derivation());
                xml.writeEndElement();
            }
        }
        for (Report.Section section : ofEveryAnswer) {
            element("testcase", "classname", section.requirement().id(), "name", section.requirement().text(), "time", "0.000");
            outcome(section.outcome(),
                    section.notPassed().stream().map(f -> f.subject() + "\n" + text(f)).collect(Collectors.joining("\n")));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void properties() throws XMLStreamException {
        xml.writeStartElement("properties");
        property("suiteVersion", report.info().suiteVersion());
        property("vectorsSha256", report.info().digest());
        property("baseUrl", report.info().baseUrl().toString());
        property("selection", report.info().selection());
        xml.writeEndElement();
    }

    private void property(String name, String value) throws XMLStreamException {
        element("property", "name", name, "value", value);
        xml.writeEndElement();
    }

    private void outcome(Outcome outcome, String text) throws XMLStreamException {
        switch (outcome) {
            case PASSED -> {
            }
            case WARNING -> {
                xml.writeStartElement("system-out");
                xml.writeCharacters(legal("WARNING " + text));
                xml.writeEndElement();
            }
            case FAILED, NOT_RUN -> {
                element(outcome == Outcome.FAILED ? "failure" : "error", "message", text.lines().findFirst().orElse(""));
                xml.writeCharacters(legal(text));
                xml.writeEndElement();
            }
        }
    }

    private void element(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], legal(attributes[i + 1]));
        }
    }

    private static String text(Finding finding) {
        return finding.note() + finding.mismatches().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).toPlainString();
    }

    /** A vendor's answer may hold what XML cannot. */
    private static String legal(String text) {
        return text.codePoints()
                .map(c -> c < ' ' && c != '\n' && c != '\t' || c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
