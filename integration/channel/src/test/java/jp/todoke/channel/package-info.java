/** The module at work in a small service of its own, on a real PostgreSQL. */
package jp.todoke.channel;
