/** What every request must pass before a feature sees it, and how refusals are answered. */
@NullMarked
package jp.todoke.guard;

import org.jspecify.annotations.NullMarked;
