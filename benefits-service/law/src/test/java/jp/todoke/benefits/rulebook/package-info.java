/** The rule book: what a programme implements, written from its code, its parameters and its scenarios, so that it cannot say anything else. */
package jp.todoke.benefits.rulebook;
