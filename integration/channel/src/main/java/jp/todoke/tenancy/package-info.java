/** Which municipality a piece of work belongs to, and how that reaches the database. */
@NullMarked
package jp.todoke.tenancy;

import org.jspecify.annotations.NullMarked;
