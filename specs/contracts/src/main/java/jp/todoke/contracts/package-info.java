/** The OpenAPI documents as a table of operations, and the check of requests against them. */
@NullMarked
package jp.todoke.contracts;

import org.jspecify.annotations.NullMarked;
