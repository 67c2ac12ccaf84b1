/** The rules alone, measured: household-months a second without traces, one household with all of them. */
package jp.todoke.local.lawbench;
