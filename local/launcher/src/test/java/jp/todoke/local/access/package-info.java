/** Who may do what, as people read it in specs/api/access-matrix.csv, against the running system. */
@NullMarked
package jp.todoke.local.access;

import org.jspecify.annotations.NullMarked;
