package jp.todoke.integration.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.todoke.api.linkage.model.Applicant;
import jp.todoke.api.linkage.model.Application;
import jp.todoke.api.linkage.model.ChildRearingDeclaration;
import jp.todoke.api.linkage.model.Ground;
import jp.todoke.api.linkage.model.Supporter;
import org.jspecify.annotations.Nullable;

/** 認定請求書 of 児童扶養手当. */
final class ChildRearingForm {
    private static final int MOST_SUPPORTERS = 10;

    private final FormItems form;
    private final FamilyItems family;

    ChildRearingForm(FormItems form) {
        this.form = form;
        this.family = new FamilyItems(form);
    }

    Application application(XmlItems root) {
        root.only(Set.of("applicant", "relation", "ground", "groundOn", "children", "childSupportYen", "publicPension", "supporters",
                "cause", "account"));
        return new Application().applicant(applicant(root.required("applicant"))).children(family.children(root.required("children")))
                .countedSiblings(List.of()).cause(family.cause(root.required("cause"), Set.of("BIRTH", "NONE"))).separation(false)
                .account(family.account(root.required("account")));
    }

    ChildRearingDeclaration declaration(XmlItems root) {
        String relation = form.oneOf(root, "relation", Set.of("MOTHER", "FATHER"));
        String ground = form.oneOf(root, "ground", Set.of("DIVORCE", "DEATH", "UNMARRIED"));
        return new ChildRearingDeclaration()
                .relation(relation == null ? null : ChildRearingDeclaration.RelationEnum.fromValue(relation))
                .ground(ground == null ? null : Ground.fromValue(ground)).groundOn(form.day(root, "groundOn"))
                .childSupportYen(form.yen(root, "childSupportYen")).publicPension(form.flag(root, "publicPension"))
                .supporters(supporters(root.optional("supporters")));
    }

    private @Nullable Applicant applicant(@Nullable XmlItems items) {
        if (items == null) {
            return null;
        }
        items.only(Set.of("name", "kana", "birthDate"));
        return new Applicant().name(form.name(items, "name")).kana(form.kana(items, "kana")).birthDate(form.birth(items));
    }

    private List<Supporter> supporters(@Nullable XmlItems items) {
        List<Supporter> supporters = new ArrayList<>();
        if (items == null) {
            return supporters;
        }
        items.only(Set.of("supporter"));
        List<XmlItems> each = items.each("supporter");
        if (each.size() > MOST_SUPPORTERS) {
            form.wrong(items.pointer(), "INVALID", MOST_SUPPORTERS + "人まで記入してください。");
        }
        each.forEach(item -> supporters.add(supporter(item)));
        var seen = new HashSet<String>();
        for (int i = 0; i < supporters.size(); i++) {
            Supporter one = supporters.get(i);
            family.refuseRepeated(seen, one.getName(), one.getBirthDate(), items.pointer(Integer.toString(i)), "同じ扶養義務者が2回記入されています。");
        }
        return supporters;
    }

    private Supporter supporter(XmlItems items) {
        items.only(Set.of("name", "birthDate", "relationship", "livesTogetherSince"));
        String relationship = form.oneOf(items, "relationship", Set.of("PARENT", "GRANDPARENT", "SIBLING", "CHILD", "OTHER_LINEAL"));
        return new Supporter().name(form.name(items, "name")).birthDate(form.birth(items))
                .relationship(relationship == null ? null : Supporter.RelationshipEnum.fromValue(relationship))
                .livesTogetherSince(items.has("livesTogetherSince") ? form.day(items, "livesTogetherSince") : null);
    }
}
