/** What a sealed value withstands. */
package jp.todoke.sealing;
