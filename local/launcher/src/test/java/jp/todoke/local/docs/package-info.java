/** What the documents say about the repository, held against the repository. */
@NullMarked
package jp.todoke.local.docs;

import org.jspecify.annotations.NullMarked;
