package jp.todoke.local.sample;

import java.util.List;
import java.util.stream.IntStream;
import jp.todoke.local.sample.ApplicationForm.Applicant;
import jp.todoke.local.sample.ApplicationForm.ChildRearing;
import jp.todoke.local.sample.ApplicationForm.Content;
import jp.todoke.local.sample.ApplicationForm.Member;
import jp.todoke.local.sample.ApplicationForm.Supporter;

/** What the claimant of one row of child-rearing-families.csv writes down. */
final class ChildRearingFilling {
    private static final int OWN_ACCOUNTS_FROM = 500;

    private ChildRearingFilling() {}

    static ApplicationForm fill(ChildRearingFamily family) {
        ChildRearingPlan plan = family.plan();
        return new ApplicationForm(plan.no(), plan.story(), FormFilling.uketsukeBango(plan.no()), FormFilling.defect(plan.packageKind()),
                null, FormFilling.arrival(plan.no()), content(family));
    }

    private static Content content(ChildRearingFamily family) {
        ChildRearingPlan plan = family.plan();
        Person claimant = family.claimant();
        List<Member> children = family.children().stream().map(child -> new Member(child.name().written(), child.birthDate(), true))
                .toList();
        return new Content(
                claimant.jpkiSerial(),
                new Applicant(claimant.name().written(), claimant.name().kana(), claimant.birthDate(), null),
                null,
                children,
                List.of(),
                FormFilling.cause(plan.claim().cause()),
                false,
                FormFilling.account(plan.account(), OWN_ACCOUNTS_FROM + plan.no(), claimant),
                FormFilling.attachments(plan.account()),
                declared(family));
    }

    private static ChildRearing declared(ChildRearingFamily family) {
        ChildRearingPlan.Claim claim = family.plan().claim();
        List<Supporter> supporters = IntStream.range(0, family.supporters().size()).mapToObj(i -> {
            Person one = family.supporters().get(i);
            return new Supporter(one.name().written(), one.birthDate(), family.plan().supporters().get(i).relationship());
        }).toList();
        return new ChildRearing(claim.relation(), claim.ground(), claim.groundOn(), claim.childSupportYen(), claim.publicPension(),
                supporters);
    }
}
