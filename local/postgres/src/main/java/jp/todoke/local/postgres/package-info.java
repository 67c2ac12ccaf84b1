/** A real PostgreSQL on a bare machine, with the database, schemas and roles that the services expect. */
@NullMarked
package jp.todoke.local.postgres;

import org.jspecify.annotations.NullMarked;
