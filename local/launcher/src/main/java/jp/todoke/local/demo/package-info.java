/** The main job on the fictional municipality, from sixty applications to the bank file, compared with the outcomes expected by hand. */
@NullMarked
package jp.todoke.local.demo;

import org.jspecify.annotations.NullMarked;
