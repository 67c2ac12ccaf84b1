/** The kernel every programme of law stands on: money, months, ages, closed days, facts, parameters, reasons, traces and outcomes. */
@NullMarked
package jp.todoke.benefits.law;

import org.jspecify.annotations.NullMarked;
