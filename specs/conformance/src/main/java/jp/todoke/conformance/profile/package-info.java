/** Which conditions are applied to which exchanges, with the requirement and the severity of each. */
@NullMarked
package jp.todoke.conformance.profile;

import org.jspecify.annotations.NullMarked;
