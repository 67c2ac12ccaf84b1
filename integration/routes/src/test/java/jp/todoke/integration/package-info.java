/** Tests of the integration service and what stands around it in them. */
@NullMarked
package jp.todoke.integration;

import org.jspecify.annotations.NullMarked;
