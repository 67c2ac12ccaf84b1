package jp.todoke.channel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import jp.todoke.telemetry.Traces;
import jp.todoke.tenancy.PersistenceAutoConfiguration;
import jp.todoke.tenancy.ServiceProperties;
import org.apache.ibatis.session.Configuration;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.SqlSessionTemplate;
import org.mybatis.spring.boot.autoconfigure.MybatisAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Outbox, inbox and work queues of a service. */
@AutoConfiguration(after = {PersistenceAutoConfiguration.class, MybatisAutoConfiguration.class, TransactionAutoConfiguration.class})
@EnableConfigurationProperties(ChannelProperties.class)
public class ChannelAutoConfiguration {
    /** Messages on their way at the same time; they wait for the other service, not for a processor. */
    private static final int DELIVERIES = 32;

    @Bean
    DispatchMappers dispatchMappers(@Qualifier("dispatch") DataSource dataSource) throws Exception {
        Configuration configuration = new Configuration();
        PersistenceAutoConfiguration.RowMapping.apply(configuration);
        SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
        factory.setDataSource(dataSource);
        factory.setConfiguration(configuration);
        factory.setMapperLocations(new PathMatchingResourcePatternResolver().getResources("classpath*:db/dispatch/**/*.xml"));
        return new DispatchMappers(new SqlSessionTemplate(factory.getObject()));
    }

    @Bean
    WorkQueues workQueues(Clock clock, @Qualifier("dispatch") JdbcTransactionManager dispatch, ChannelProperties properties,
            MeterRegistry meters) {
        return new WorkQueues(clock, new TransactionTemplate(dispatch), properties.workQueues().automatic(), meters);
    }

    @Bean
    Dispatcher dispatcher(SqlSessionTemplate session, TransactionTemplate transaction, JsonMapper json, Clock clock,
            ChannelProperties properties,
            ServiceProperties service, Traces traces, ObservationRegistry observations) {
        RestClient peer = PeerClient.create(properties.peerOf(service.service()), properties.tokenUri(), properties.client(),
                observations);
        return new Dispatcher(session.getMapper(OutboxMapper.class), transaction, peer, json, clock, traces);
    }

    @Bean
    @Qualifier("outbox")
    WorkQueue outboxQueue(WorkQueues queues, DispatchMappers mappers, Dispatcher dispatcher, ChannelProperties properties) {
        OutboxClaimMapper claims = mappers.mapper(OutboxClaimMapper.class);
        return queues.open("outbox", WorkQueue.Settings.standard(properties.workQueues().outboxLease()).atOnce(DELIVERIES), claims,
                dispatcher);
    }

    @Bean
    @Qualifier("old-answers")
    WorkQueue oldAnswers(WorkQueues queues, DispatchMappers mappers) {
        return queues.open("old-answers", OldAnswers.DAILY, new OldAnswers(mappers.mapper(OldAnswerMapper.class)), claim -> {
        });
    }

    @Bean
    Outbox outbox(SqlSessionTemplate session, JsonMapper json, Clock clock, Traces traces, @Qualifier("outbox") WorkQueue queue) {
        return new DurableOutbox(session.getMapper(OutboxMapper.class), json, clock, traces, queue::wake);
    }

    @Bean
    Inbox inbox(SqlSessionTemplate session, TransactionTemplate transaction, Clock clock, ObjectProvider<InboxHandler> handlers) {
        List<InboxHandler> found = handlers.orderedStream().toList();
        return new Inbox(session.getMapper(InboxMapper.class), transaction, clock, found);
    }

    @Bean
    LinkageEndpoint linkageEndpoint(Inbox inbox) {
        return new LinkageEndpoint(inbox);
    }
}
