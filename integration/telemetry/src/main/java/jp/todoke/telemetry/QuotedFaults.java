package jp.todoke.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Takes the words of an exception out of the line that a library writes about it. Tomcat and Camel, for example, put them into the line itself, where
 * no setting of the stack trace reaches them. The line is logged again without them.
 */
final class QuotedFaults extends TurboFilter {
    private static final String LEFT_OUT = "[…]";
    private static final int DEEPEST = 20;

    @Override
    public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format, Object @Nullable [] parameters,
            @Nullable Throwable given) {
        Throwable thrown = given != null ? given : MessageFormatter.getThrowableCandidate(parameters);
        if (format == null || thrown == null || level.toInt() < logger.getEffectiveLevel().toInt()) {
            return FilterReply.NEUTRAL;
        }
        String line = MessageFormatter.arrayFormat(format, parameters).getMessage();
        String clean = withoutWordsOf(thrown, line);
        if (clean.equals(line)) {
            return FilterReply.NEUTRAL;
        }
        logger.log(marker, QuotedFaults.class.getName(), Level.toLocationAwareLoggerInteger(level), "{}", new Object[]{clean}, thrown);
        return FilterReply.DENY;
    }

    private static String withoutWordsOf(Throwable thrown, String line) {
        String clean = line;
        int depth = 0;
        for (Throwable each = thrown; each != null && depth < DEEPEST; each = each.getCause(), depth++) {
            for (String words : new String[]{each.getMessage(), each.getLocalizedMessage()}) {
                if (words != null && !words.isBlank()) {
                    clean = clean.replace(words, LEFT_OUT);
                }
            }
        }
        return clean;
    }

    /** Once logging is set up, which has emptied the list of filters. */
    static final class Installed implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            ILoggerFactory factory = LoggerFactory.getILoggerFactory();
            if (factory instanceof LoggerContext loggers
                    && loggers.getTurboFilterList().stream().noneMatch(QuotedFaults.class::isInstance)) {
                var filter = new QuotedFaults();
                filter.start();
                loggers.addTurboFilter(filter);
            }
            Thread.setDefaultUncaughtExceptionHandler(
                    (thread, thrown) -> LoggerFactory.getLogger(QuotedFaults.class).error("a thread ended: {}", thread.getName(), thrown));
        }
    }
}
