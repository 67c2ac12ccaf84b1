package jp.todoke.benefits.cases;

import java.time.LocalDate;
import jp.todoke.benefits.people.Names;
import jp.todoke.benefits.people.ProtectionListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hides the cases of people who come under 支援措置 after their case was opened; it is never lifted by itself. */
@Component
class Withholding implements ProtectionListener {
    private final CaseMapper cases;

    Withholding(CaseMapper cases) {
        this.cases = cases;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void protectedNow(String atenabango, String name, LocalDate birthDate) {
        cases.waitForOpenings();
        cases.withhold(atenabango, Names.key(name), birthDate);
    }
}
