/** Ids of rows that Java gives. */
@NullMarked
package jp.todoke.benefits.identifiers;

import org.jspecify.annotations.NullMarked;
