@NullMarked
package jp.todoke.local.commands;

import org.jspecify.annotations.NullMarked;
