package jp.todoke.tenancy;

import java.util.UUID;
import javax.sql.DataSource;
import org.mybatis.spring.boot.autoconfigure.ConfigurationCustomizer;
import org.mybatis.spring.boot.autoconfigure.MybatisAutoConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Transactions under the tenant, and how rows become records. */
@AutoConfiguration(after = DatabaseAutoConfiguration.class, before = {DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class, MybatisAutoConfiguration.class})
public class PersistenceAutoConfiguration {

    @Bean
    @Primary
    TenantTransactionManager transactionManager(DataSource dataSource) {
        return new TenantTransactionManager(dataSource);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("dispatch")
    JdbcTransactionManager dispatchTransactionManager(@Qualifier("dispatch") DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean("database")
    HealthIndicator databaseHealth(ServiceProperties properties, @Value("${spring.flyway.locations}") String locations) {
        return new DatabaseHealth(properties, locations);
    }

    @Bean
    ConfigurationCustomizer rowMapping() {
        return RowMapping::apply;
    }

    /** Kept apart so that the dispatch role's mappers read rows in the same way. */
    public static final class RowMapping {
        private RowMapping() {}

        public static void apply(org.apache.ibatis.session.Configuration configuration) {
            configuration.setMapUnderscoreToCamelCase(true);
            configuration.setArgNameBasedConstructorAutoMapping(true);
            configuration.getTypeHandlerRegistry().register(UUID.class, UuidTypeHandler.class);
        }
    }
}
