package jp.todoke.integration.inquiry;

import java.time.Duration;
import jp.todoke.channel.DispatchMappers;
import jp.todoke.channel.WorkQueue;
import jp.todoke.channel.WorkQueues;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue over the rows of inquiries. */
@Configuration(proxyBeanMethods = false)
class InquiryConfiguration {
    private static final Duration POLL = Duration.ofMillis(50);

    @Bean
    @Qualifier("inquiry")
    WorkQueue inquiryQueue(WorkQueues queues, DispatchMappers mappers, InquiryDispatcher dispatcher, Gates gates,
            ServiceWindow window, InquiryProperties properties) {
        var claims = new DueInquiries(mappers.mapper(InquiryClaimMapper.class), gates, window);
        var settings = new WorkQueue.Settings(properties.lease(), POLL, properties.concurrency(), properties.retry().first(),
                properties.retry().last());
        return queues.open("inquiry", settings, claims, dispatcher);
    }
}
