/** What the suite demands: one registry of requirements, each with its clause. */
@NullMarked
package jp.todoke.conformance.requirements;

import org.jspecify.annotations.NullMarked;
