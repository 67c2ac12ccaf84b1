package jp.todoke.benefits.programmes.childallowance;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/** The certified children in the order in which they take their places: oldest first; of one birth date, in the order of the request. */
final class PaidChildren {
    private static final Comparator<Certification> OLDEST_FIRST = Comparator.comparing(certification -> certification.child().birthDate());

    private final List<Certification> ordered;

    PaidChildren(List<ChildAllowanceFacts.Child> request, List<Certification> certified) {
        this.ordered = new ArrayList<>(certified);
        if (certified.size() > 1) {
            var places = new IdentityHashMap<ChildAllowanceFacts.Child, Integer>();
            for (int i = 0; i < request.size(); i++) {
                places.put(request.get(i), i);
            }
            ordered.sort(OLDEST_FIRST.thenComparing(certification -> places.get(certification.child())));
        }
    }

    /** A child certified twice in one month, by an old claim and a relieved new one, is paid once. */
    List<Certification> in(YearMonth month) {
        List<Certification> paid = null;
        for (int i = 0; i < ordered.size(); i++) {
            Certification certification = ordered.get(i);
            if (certification.covers(month) && (paid == null || paid.getLast().child() != certification.child())) {
                paid = paid == null ? new ArrayList<>(ordered.size()) : paid;
                paid.add(certification);
            }
        }
        return paid == null ? List.of() : paid;
    }
}
