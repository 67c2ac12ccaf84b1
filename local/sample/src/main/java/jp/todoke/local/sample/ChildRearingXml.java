package jp.todoke.local.sample;

import java.util.List;
import jp.todoke.local.sample.ApplicationForm.Applicant;
import jp.todoke.local.sample.ApplicationForm.ChildRearing;
import jp.todoke.local.sample.ApplicationForm.Content;
import jp.todoke.local.sample.ApplicationForm.Member;
import jp.todoke.local.sample.ApplicationForm.Supporter;

/** application.xml of one form of 児童扶養手当. */
final class ChildRearingXml {
    private final StringBuilder xml = new StringBuilder();
    private final boolean groundOnMissing;

    private ChildRearingXml(boolean groundOnMissing) {
        this.groundOnMissing = groundOnMissing;
    }

    static String write(Content content, ChildRearing declared, boolean itemMissing) {
        return new ChildRearingXml(itemMissing).document(content, declared);
    }

    private String document(Content content, ChildRearing declared) {
        Applicant applicant = content.applicant();
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<application xmlns=\"urn:todoke:child-rearing-allowance:1\">\n");
        line("<applicant>" + element("name", applicant.name()) + element("kana", applicant.kana())
                + element("birthDate", applicant.birthDate()) + "</applicant>");
        line(element("relation", declared.relation()));
        line(element("ground", declared.ground()));
        if (!groundOnMissing) {
            line(element("groundOn", declared.groundOn()));
        }
        line("<children>");
        content.children().forEach(this::child);
        line("</children>");
        line(element("childSupportYen", declared.childSupportYen()));
        line(element("publicPension", declared.publicPension()));
        supporters(declared.supporters());
        line(ApplicationXml.cause(content.cause()));
        line(ApplicationXml.account(content.account()));
        return xml.append("</application>\n").toString();
    }

    private void child(Member child) {
        line("  <child>" + ApplicationXml.member(child) + "</child>");
    }

    private void supporters(List<Supporter> supporters) {
        if (supporters.isEmpty()) {
            return;
        }
        line("<supporters>");
        supporters.forEach(one -> line("  <supporter>" + element("name", one.name()) + element("birthDate", one.birthDate())
                + element("relationship", one.relationship()) + "</supporter>"));
        line("</supporters>");
    }

    private void line(String text) {
        xml.append("  ").append(text).append('\n');
    }

    private static String element(String name, Object value) {
        return ApplicationXml.element(name, value);
    }
}
