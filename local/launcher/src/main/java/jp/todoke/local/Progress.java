package jp.todoke.local;

/** Tells the person at the console how far a start or stop has come. */
@FunctionalInterface
public interface Progress {
    void say(String line);
}
