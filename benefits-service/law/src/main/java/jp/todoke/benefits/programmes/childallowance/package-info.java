/**
 * 児童手当（児童手当法 昭和46年法律第73号、こども家庭庁）: entitlement, monthly amounts and payment months from 2024-10 on.
 * Source: <a href="https://laws.e-gov.go.jp/law/346AC0000000073">e-Gov 346AC0000000073</a>, as amended by 令和6年法律第47号.
 *
 * <p>Not covered:
 * <ul>
 * <li>months before 2024-10 (refused by the name of the missing parameter); an entitlement claimed before then is taken to be alive in
 *     2024-09 with every child of the claim, as the reform carried it over
 * <li>the transitional start in 2024-10 of those over the 所得上限限度額 of 2023 (令和6年法律第47号附則): only families whose children were
 *     all past 中学校修了 are recognised
 * <li>父母指定者 and 養育者 as kinds of their own（第4条第1項第2号・第3号）, 留学 abroad（第3条第1項）: such a child's residence is a fact an
 *     officer settles
 * <li>facts of the claimant that change within the period: each change of 生計中心者 or 住所 is an ending and a new claim
 * <li>支給制限（第10条）, 支払の差止め（第11条）, 未支払（第12条）, 内払（第13条）, 時効（第23条）, 寄附・学校給食費等・保育料の徴収（第20条〜第22条の2）,
 *     費用負担（第18条〜第19条の2）: they change what is transferred or who bears it, not the monthly amount
 * <li>随時払: a month belongs to its statutory 支払期月
 * </ul>
 */
@NullMarked
package jp.todoke.benefits.programmes.childallowance;

import org.jspecify.annotations.NullMarked;
