/** Durable messages between the services: outbox, inbox and the claiming of work that must survive a crash. */
@NullMarked
package jp.todoke.channel;

import org.jspecify.annotations.NullMarked;
