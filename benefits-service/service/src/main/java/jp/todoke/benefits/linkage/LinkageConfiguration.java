package jp.todoke.benefits.linkage;

import java.time.Duration;
import jp.todoke.channel.DispatchMappers;
import jp.todoke.channel.WorkQueue;
import jp.todoke.channel.WorkQueues;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue over the follow-ups of questions: days, not milliseconds, so it looks seldom. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuestionProperties.class)
class LinkageConfiguration {
    private static final WorkQueue.Settings SETTINGS = new WorkQueue.Settings(
            Duration.ofMinutes(1), Duration.ofSeconds(1), 4, Duration.ofSeconds(1), Duration.ofMinutes(5));

    @Bean
    @Qualifier("followUp")
    WorkQueue followUpQueue(WorkQueues queues, DispatchMappers mappers, FollowUpHandler handler) {
        return queues.open("question-follow-up", SETTINGS, mappers.mapper(FollowUpClaimMapper.class), handler);
    }
}
