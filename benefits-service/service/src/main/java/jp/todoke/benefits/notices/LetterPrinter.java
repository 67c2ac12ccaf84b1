package jp.todoke.benefits.notices;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import jp.todoke.benefits.cases.IssuedDecision;
import jp.todoke.benefits.municipality.MunicipalityProfile;
import jp.todoke.benefits.notices.Letter.Kind;
import jp.todoke.benefits.notices.PrintableText.Loss;
import org.springframework.stereotype.Component;

/** Makes the PDF of a decision: the same decision gives the same letter. */
@Component
class LetterPrinter {
    private final LetterFont font = LetterFont.load();
    /** The parsed font reads its glyphs by moving a pointer: one letter at a time. */
    private final ReentrantLock oneLetter = new ReentrantLock();

    /** A finished letter and what it could not show. */
    record Printed(Kind kind, byte[] pdf, List<Loss> losses) {}

    /** @param account where a granted allowance is paid, as the recipient may read it */
    Printed print(IssuedDecision decision, MunicipalityProfile municipality, String account) {
        oneLetter.lock();
        try (LetterPaper paper = new LetterPaper(font)) {
            PrintableText printable = new PrintableText(font);
            Letter letter = switch (decision.outcome()) {
                case GRANTED -> granted(decision, municipality, account, paper, printable);
                case REFUSED -> new RefusalLetter(decision, municipality, paper, printable);
            };
            letter.write();
            byte[] pdf = paper.finish(letter.title(), decision.decidedOn(), decision.decisionId().getMostSignificantBits());
            return new Printed(letter.kind(), pdf, printable.losses().stream().distinct().toList());
        } finally {
            oneLetter.unlock();
        }
    }

    private static Letter granted(
            IssuedDecision decision, MunicipalityProfile municipality, String account, LetterPaper paper, PrintableText printable) {
        return switch (decision.programme()) {
            case CHILD_ALLOWANCE -> new ChildAllowanceCertification(decision, municipality, account, paper, printable);
            case CHILD_REARING_ALLOWANCE -> ChildRearingLetter.isSuspendedThroughout(decision)
                    ? new ChildRearingSuspension(decision, municipality, paper, printable)
                    : new ChildRearingCertification(decision, municipality, account, paper, printable);
        };
    }
}
