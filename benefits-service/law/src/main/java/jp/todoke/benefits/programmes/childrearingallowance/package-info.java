/**
 * 児童扶養手当（児童扶養手当法 昭和36年法律第238号、同法施行令 昭和36年政令第405号、こども家庭庁）: entitlement, monthly amounts and payment months
 * from 2010-04 on. Source: <a href="https://laws.e-gov.go.jp/law/336AC0000000238">e-Gov 336AC0000000238</a> and
 * <a href="https://laws.e-gov.go.jp/law/336CO0000000405">336CO0000000405</a>, read as in force on 2026-04-01.
 *
 * <p>Not covered:
 * <ul>
 * <li>months before 2010-04, a father before 2010-08, a public pension before 2014-12: refused by the name of the missing parameter
 * <li>which 支給事由 a child has（第4条第1項、施行令第1条の2）: the day on which it was met is a fact, its proof an officer's
 * <li>優先 of 母, 父 and 養育者 for one child（第4条の2）, 生計同一 with the other parent and 事実婚（第4条第2項）: part of the fact of care, or
 *     an ending
 * <li>a move between 支給機関: no new certification; the old body pays through the month of the move, here the ending MOVED_OUT, and the new
 *     body computes with the claim of old from the month after it
 * <li>遺族補償 paid in a lump sum, divided by seventy-two（施行令第6条の3）, one pension of several recipients, and the order among several 障害基礎年金等
 * <li>the spread of 特定扶養 and 控除対象扶養 by residence（施行令第2条の4）: the counts are facts of the tax answer
 * <li>fathers who claimed within the transitional period to 2010-11（平成22年法律第40号附則）: their start follows the ordinary rule
 * <li>災害特例（第12条）, 支給制限（第14条）, 差止め（第15条）, 未支払（第16条）, 不正利得（第23条）, 内払（第31条）, 時効（第22条）, 費用負担（第21条）
 * <li>随時払: a month belongs to its statutory 支払期月
 * </ul>
 */
@NullMarked
package jp.todoke.benefits.programmes.childrearingallowance;

import org.jspecify.annotations.NullMarked;
