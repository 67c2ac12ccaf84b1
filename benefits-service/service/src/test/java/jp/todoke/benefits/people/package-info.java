/** The register and the tax feed over HTTP, and what the database keeps of it. */
@NullMarked
package jp.todoke.benefits.people;

import org.jspecify.annotations.NullMarked;
