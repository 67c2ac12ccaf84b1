package jp.todoke.benefits.linkage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a case waits, and how often it asks by itself.
 *
 * @param rounds    questions about the same thing in a row, the first one included
 * @param pause     between an answer that time may mend (副本未登録, 符号なし, 期限切れ, 応答なし) and the next round
 * @param lateAfter business days without an answer until a person is told
 */
@ConfigurationProperties("todoke.questions")
record QuestionProperties(@DefaultValue("2") int rounds, @DefaultValue("PT24H") Duration pause, @DefaultValue("5") int lateAfter) {}
