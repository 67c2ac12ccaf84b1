/** Keeps the committed sample equal to its generator and to the rules that invented data must obey. */
package jp.todoke.local.sample;
