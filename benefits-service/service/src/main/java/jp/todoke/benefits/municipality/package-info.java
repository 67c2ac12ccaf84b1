/** What differs from municipality to municipality: names, offices, authorities, pay day and bank. Configuration, never code. */
@NullMarked
package jp.todoke.benefits.municipality;

import org.jspecify.annotations.NullMarked;
