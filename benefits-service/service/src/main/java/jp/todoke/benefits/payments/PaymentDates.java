package jp.todoke.benefits.payments;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.todoke.benefits.calendar.BankCalendar;
import jp.todoke.benefits.calendar.Holidays;
import jp.todoke.benefits.programmes.childallowance.ChildAllowance;
import jp.todoke.guard.Problem;
import jp.todoke.tenancy.BusinessDate;
import org.springframework.stereotype.Component;

/** On which days the programme may be paid, and which months are due then. */
@Component
class PaymentDates {
    private final BusinessDate businessDate;
    private final BankCalendar banks = new BankCalendar(Holidays.published());
    private final ChildAllowance childAllowance = ChildAllowance.load();

    PaymentDates(BusinessDate businessDate) {
        this.businessDate = businessDate;
    }

    BankCalendar banks() {
        return banks;
    }

    /**
     * The last month that is due on the day: 児童手当法第8条第4項「前月までの分」.
     *
     * @throws Problem 422 when nothing may be paid on that day
     */
    YearMonth lastMonthDueOn(LocalDate paymentDate) {
        requireAhead(paymentDate);
        if (!childAllowance.isPaymentMonth(YearMonth.from(paymentDate))) {
            throw Problem.unprocessable("NOT_A_PAYMENT_MONTH", "児童手当の支払期月（2月、4月、6月、8月、10月、12月）の日を指定してください（児童手当法第8条第4項）。");
        }
        if (!banks.isBusinessDay(paymentDate)) {
            throw Problem.unprocessable("NOT_A_BUSINESS_DAY",
                    "振込指定日が金融機関の休業日です。直前の営業日は" + banks.onOrBefore(paymentDate) + "です。");
        }
        return YearMonth.from(paymentDate).minusMonths(1);
    }

    void requireAhead(LocalDate paymentDate) {
        LocalDate today = businessDate.today();
        if (!paymentDate.isAfter(today) || paymentDate.isAfter(today.plusYears(1))) {
            throw Problem.unprocessable("PAYMENT_DATE_NOT_AHEAD", "振込指定日は、業務日付の翌日から1年以内の日を指定してください。");
        }
    }
}
