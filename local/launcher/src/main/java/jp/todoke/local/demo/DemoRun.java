package jp.todoke.local.demo;

import jp.todoke.local.RunningSystem;

/** Something that is run against a ready system. */
@FunctionalInterface
public interface DemoRun {
    /** Runs to the end and tells on standard output what came of it; the answer is the exit status, 0 when all is as expected. */
    int run(RunningSystem system);
}
