package jp.todoke.benefits.payments;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.todoke.benefits.calendar.BankCalendar;
import jp.todoke.benefits.calendar.Holidays;
import jp.todoke.benefits.cases.Programme;
import jp.todoke.benefits.cases.Programmes;
import jp.todoke.guard.Problem;
import jp.todoke.tenancy.BusinessDate;
import org.springframework.stereotype.Component;

/** On which days the programme may be paid, and which months are due then. */
@Component
class PaymentDates {
    private final BusinessDate businessDate;
    private final BankCalendar banks = new BankCalendar(Holidays.published());
    private final Programmes programmes;

    PaymentDates(BusinessDate businessDate, Programmes programmes) {
        this.businessDate = businessDate;
        this.programmes = programmes;
    }

    BankCalendar banks() {
        return banks;
    }

    /**
     * The last month that is due on the day: 「前月までの分」 (児童手当法第8条第4項, 児童扶養手当法第7条第3項).
     *
     * @throws Problem 422 when nothing may be paid on that day
     */
    YearMonth lastMonthDueOn(Programme.Code code, LocalDate paymentDate) {
        requireAhead(paymentDate);
        Programme programme = programmes.of(code);
        if (!programme.isPaymentMonth(YearMonth.from(paymentDate))) {
            throw Problem.unprocessable("NOT_A_PAYMENT_MONTH", programme.paymentMonths() + "の日を指定してください。");
        }
        if (!banks.isBusinessDay(paymentDate)) {
            throw Problem.unprocessable("NOT_A_BUSINESS_DAY",
                    "振込指定日が金融機関の休業日です。直前の営業日は" + banks.onOrBefore(paymentDate) + "です。");
        }
        YearMonth last = YearMonth.from(paymentDate).minusMonths(1);
        if (!programme.isAmountFixed(last)) {
            throw Problem.unprocessable("AMOUNT_NOT_FIXED", last + " 分の額を定める政令がまだ登録されていません。改定後の額を登録し、額改定をしてから作成してください。");
        }
        return last;
    }

    void requireAhead(LocalDate paymentDate) {
        LocalDate today = businessDate.today();
        if (!paymentDate.isAfter(today) || paymentDate.isAfter(today.plusYears(1))) {
            throw Problem.unprocessable("PAYMENT_DATE_NOT_AHEAD", "振込指定日は、業務日付の翌日から1年以内の日を指定してください。");
        }
    }
}
