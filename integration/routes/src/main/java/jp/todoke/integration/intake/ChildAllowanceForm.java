package jp.todoke.integration.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.todoke.api.linkage.model.Applicant;
import jp.todoke.api.linkage.model.Application;
import jp.todoke.api.linkage.model.CountedSibling;
import org.jspecify.annotations.Nullable;

/** 認定請求書 of 児童手当. */
final class ChildAllowanceForm {
    private final FormItems form;
    private final FamilyItems family;

    ChildAllowanceForm(FormItems form) {
        this.form = form;
        this.family = new FamilyItems(form);
    }

    Application read(XmlItems root) {
        root.only(Set.of("applicant", "spouse", "children", "countedSiblings", "cause", "separation", "account"));
        Application application = new Application().applicant(applicant(root.required("applicant")))
                .children(family.children(root.required("children")))
                .countedSiblings(siblings(root.optional("countedSiblings")))
                .cause(family.cause(root.required("cause"), Set.of("BIRTH", "MOVED_IN", "NONE")))
                .separation(form.flag(root, "separation"))
                .account(family.account(root.required("account")));
        XmlItems spouse = root.optional("spouse");
        return spouse == null ? application : application.spouse(family.member(spouse));
    }

    private @Nullable Applicant applicant(@Nullable XmlItems items) {
        if (items == null) {
            return null;
        }
        items.only(Set.of("name", "kana", "birthDate", "occupation"));
        String occupation = form.oneOf(items, "occupation", Set.of("EMPLOYEE", "SELF_EMPLOYED", "PUBLIC_SERVANT", "NONE"));
        return new Applicant().name(form.name(items, "name")).kana(form.kana(items, "kana")).birthDate(form.birth(items))
                .occupation(occupation == null ? null : Applicant.OccupationEnum.fromValue(occupation));
    }

    private List<CountedSibling> siblings(@Nullable XmlItems items) {
        List<CountedSibling> siblings = new ArrayList<>();
        if (items == null) {
            return siblings;
        }
        items.only(Set.of("sibling"));
        List<XmlItems> each = items.each("sibling");
        if (each.size() > FamilyItems.MOST_CHILDREN) {
            form.wrong(items.pointer(), "INVALID", "30人まで記入してください。");
        }
        for (XmlItems sibling : each) {
            sibling.only(Set.of("name", "birthDate", "declaredOn"));
            siblings.add(new CountedSibling().name(form.name(sibling, "name")).birthDate(form.birth(sibling))
                    .declaredOn(form.day(sibling, "declaredOn")));
        }
        return siblings;
    }
}
