package jp.todoke.local.demo;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import jp.todoke.local.SystemUnderTest;

/** The whole main job, done once for all tests that look at what it leaves. */
public record DoneDemo(int status, String report) {
    /** The first call runs it. */
    public static DoneDemo once() {
        return Holder.DONE;
    }

    private static final class Holder {
        static final DoneDemo DONE = run();

        private static DoneDemo run() {
            var text = new ByteArrayOutputStream();
            int status = new Demo(new PrintStream(text, true, StandardCharsets.UTF_8)).run(SystemUnderTest.running());
            return new DoneDemo(status, text.toString(StandardCharsets.UTF_8));
        }
    }
}
