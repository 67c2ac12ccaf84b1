/** The national doubles: one process, one port, WireMock with our own behaviour behind each mapping. */
@NullMarked
package jp.todoke.doubles;

import org.jspecify.annotations.NullMarked;
