/** The main job on the fictional municipality: applications of both programmes to their bank files, compared with the outcomes expected by hand. */
@NullMarked
package jp.todoke.local.demo;

import org.jspecify.annotations.NullMarked;
