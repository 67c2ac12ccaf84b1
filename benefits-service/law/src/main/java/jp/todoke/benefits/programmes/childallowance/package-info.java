/**
 * 児童手当（児童手当法 昭和46年法律第73号、こども家庭庁）: entitlement, monthly amounts and payment months from 2012-04 on.
 * Source: <a href="https://laws.e-gov.go.jp/law/346AC0000000073">e-Gov 346AC0000000073</a>; from 2024-10 as amended by 令和6年法律第47号, until
 * 2024-09 as it stood before, cited as 旧児童手当法, with 旧児童手当法施行令（昭和46年政令第281号）.
 *
 * <p>Not covered:
 * <ul>
 * <li>months before 2012-04（旧児童手当, 子ども手当）, refused by the name of the missing parameter; an entitlement claimed before then is taken
 *     to have been carried over, with every child of the claim
 * <li>父母指定者 and 養育者 as kinds of their own（第4条第1項第2号・第3号）, 留学 abroad（第3条第1項）: such a child's residence is a fact an
 *     officer settles
 * <li>facts of the claimant that change within the period: each change of 生計中心者 or 住所 is an ending and a new claim
 * <li>肉用牛の売却による所得 and the separately taxed incomes one by one（旧施行令第2条・第3条）: they are part of the other income that is handed in
 * <li>支給制限（第10条）, 支払の差止め（第11条）, 内払（第13条）, 時効（第23条）, 寄附・学校給食費等・保育料の徴収（第20条〜第22条の2）,
 *     費用負担（第18条〜第19条の2）: they change what is transferred or who bears it, not the monthly amount
 * <li>of 未支払（第12条） the shares are computed; who acts for the child is not asked
 * <li>随時払: a month belongs to its statutory 支払期月
 * </ul>
 */
@NullMarked
package jp.todoke.benefits.programmes.childallowance;

import org.jspecify.annotations.NullMarked;
