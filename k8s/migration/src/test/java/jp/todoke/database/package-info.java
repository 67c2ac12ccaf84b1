@org.jspecify.annotations.NullUnmarked
package jp.todoke.database;
