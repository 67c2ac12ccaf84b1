package jp.todoke.benefits.cases;

import java.util.List;
import java.util.Objects;
import jp.todoke.benefits.cases.Matching.Matches;
import jp.todoke.benefits.people.Person;

/** Compares 同居 as applied with the register. */
final class Households {
    private Households() {}

    /** Somebody said to live with the applicant is registered in another household at another address; 世帯分離 alone is no difference. */
    static boolean differ(List<Participant> participants, Matches matches) {
        Person applicant = matches.of(participants.getFirst());
        return applicant != null
                && participants.stream().filter(Participant::isSaidToLiveTogether).map(matches::of).filter(Objects::nonNull).anyMatch(
                        person -> !Objects.equals(person.householdNumber(), applicant.householdNumber())
                                && !Objects.equals(person.address(), applicant.address()));
    }
}
