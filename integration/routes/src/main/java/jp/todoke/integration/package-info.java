/** The integration service: application packages come in, inquiries go out to the national endpoints, answers return sealed. */
@NullMarked
package jp.todoke.integration;

import org.jspecify.annotations.NullMarked;
