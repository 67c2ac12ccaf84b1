package jp.todoke.benefits.notices;

import java.util.List;
import jp.todoke.benefits.municipality.MunicipalityProfile;

/**
 * 教示 — 行政不服審査法第82条 (審査請求, periods of 第18条) and 行政事件訴訟法第46条 (取消訴訟, periods of 第14条). 児童手当 and 児童扶養手当 are 第一号法定受託事務, so the
 * prefectural governor reviews (地方自治法第255条の2第1項第2号); there is no 審査請求前置.
 */
final class AppealInstruction {
    private AppealInstruction() {}

    static List<String> of(MunicipalityProfile municipality) {
        return List.of(
                "１　この決定に不服がある場合は、この決定があったことを知った日の翌日から起算して3か月以内に、" + municipality.reviewAuthority()
                        + "に対して審査請求をすることができます（なお、この決定があったことを知った日の翌日から起算して3か月以内であっても、この決定の日の翌日から起算して1年を経過すると、審査請求をすることができなくなります。）。",
                "２　この決定については、上記１の審査請求のほか、この決定があったことを知った日の翌日から起算して6か月以内に、" + municipality.name() + "を被告として（訴訟において"
                        + municipality.name() + "を代表する者は、" + municipality.head()
                        + "となります。）、決定の取消しの訴えを提起することができます（なお、この決定があったことを知った日の翌日から起算して6か月以内であっても、この決定の日の翌日から起算して1年を経過すると、決定の取消しの訴えを提起することができなくなります。）。",
                "３　上記１の審査請求をした場合には、決定の取消しの訴えは、その審査請求に対する裁決があったことを知った日の翌日から起算して6か月以内に提起することができます（なお、その裁決があったことを知った日の翌日から起算して6か月以内であっても、その裁決の日の翌日から起算して1年を経過すると、決定の取消しの訴えを提起することができなくなります。）。");
    }
}
