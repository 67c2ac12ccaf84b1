/** Roles and schemas of the database that the services share: made by {@code local} on one machine, by a job on a cluster. */
@NullMarked
package jp.todoke.database;

import org.jspecify.annotations.NullMarked;
