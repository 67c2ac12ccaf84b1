package jp.todoke.local.sample;

import java.util.List;
import jp.todoke.local.sample.ApplicationForm.Account;
import jp.todoke.local.sample.ApplicationForm.Applicant;
import jp.todoke.local.sample.ApplicationForm.Cause;
import jp.todoke.local.sample.ApplicationForm.ChildRearing;
import jp.todoke.local.sample.ApplicationForm.Content;
import jp.todoke.local.sample.ApplicationForm.CountedSibling;
import jp.todoke.local.sample.ApplicationForm.Defect;
import jp.todoke.local.sample.ApplicationForm.Member;
import org.jspecify.annotations.Nullable;

/** application.xml of one form; that of 児童手当 is written here. */
final class ApplicationXml {
    private final StringBuilder xml = new StringBuilder();
    private final boolean birthDateMissing;

    private ApplicationXml(boolean birthDateMissing) {
        this.birthDateMissing = birthDateMissing;
    }

    static String write(ApplicationForm form) {
        boolean itemMissing = form.defect() == Defect.MISSING_ITEM;
        ChildRearing childRearing = form.content().childRearing();
        return childRearing == null
                ? new ApplicationXml(itemMissing).document(form.content())
                : ChildRearingXml.write(form.content(), childRearing, itemMissing);
    }

    private String document(Content content) {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<application xmlns=\"urn:todoke:child-allowance:1\">\n");
        applicant(content.applicant());
        Member spouse = content.spouse();
        if (spouse != null) {
            xml.append("  <spouse>").append(member(spouse)).append("</spouse>\n");
        }
        children(content.children());
        countedSiblings(content.countedSiblings());
        xml.append("  ").append(cause(content.cause())).append('\n');
        xml.append("  ").append(element("separation", content.separation())).append('\n');
        xml.append("  ").append(account(content.account())).append('\n');
        return xml.append("</application>\n").toString();
    }

    private void applicant(Applicant applicant) {
        xml.append("  <applicant>")
                .append(element("name", applicant.name()))
                .append(element("kana", applicant.kana()))
                .append(element("birthDate", applicant.birthDate()))
                .append(element("occupation", applicant.occupation()))
                .append("</applicant>\n");
    }

    private void children(List<Member> children) {
        xml.append("  <children>\n");
        for (Member child : children) {
            String written = birthDateMissing
                    ? element("name", child.name()) + element("livesTogether", child.livesTogether())
                    : member(child);
            xml.append("    <child>").append(written).append("</child>\n");
        }
        xml.append("  </children>\n");
    }

    private void countedSiblings(List<CountedSibling> siblings) {
        if (siblings.isEmpty()) {
            return;
        }
        xml.append("  <countedSiblings>\n");
        for (CountedSibling sibling : siblings) {
            xml.append("    <sibling>")
                    .append(element("name", sibling.name()))
                    .append(element("birthDate", sibling.birthDate()))
                    .append(element("declaredOn", sibling.declaredOn()))
                    .append("</sibling>\n");
        }
        xml.append("  </countedSiblings>\n");
    }

    static String cause(Cause cause) {
        String on = cause.on() == null ? "" : element("on", cause.on());
        return "<cause>" + element("kind", cause.kind()) + on + "</cause>";
    }

    static String account(Account account) {
        String choice = account.usePublicAccount()
                ? element("usePublicAccount", true)
                : element("bankCode", account.bankCode())
                        + element("branchCode", account.branchCode())
                        + element("type", account.type())
                        + element("number", account.number())
                        + element("holderKana", account.holderKana());
        return "<account>" + choice + "</account>";
    }

    static String member(Member member) {
        return element("name", member.name()) + element("birthDate", member.birthDate()) + element("livesTogether", member.livesTogether());
    }

    static String element(String name, @Nullable Object value) {
        String text = String.valueOf(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<" + name + ">" + text + "</" + name + ">";
    }
}
