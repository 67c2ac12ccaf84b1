package jp.todoke.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureBefore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The three ways into the database, one per role. Holds nothing else: what uses them would close a circle through Flyway. */
@AutoConfiguration
@AutoConfigureBefore({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@EnableConfigurationProperties(ServiceProperties.class)
public class DatabaseAutoConfiguration {
    private static final int APP_CONNECTIONS = 12;
    private static final int DISPATCH_CONNECTIONS = 3;
    /** What a database must be able to hold for each running process. */
    public static final int CONNECTIONS = APP_CONNECTIONS + DISPATCH_CONNECTIONS;

    @Bean
    @Primary
    HikariDataSource appDataSource(ServiceProperties properties) {
        return pool("app", properties, properties.db().app(), APP_CONNECTIONS);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("dispatch")
    HikariDataSource dispatchDataSource(ServiceProperties properties) {
        return pool("dispatch", properties, properties.db().dispatch(), DISPATCH_CONNECTIONS);
    }

    /** Without it, Flyway gets the application's role and only reads what has been migrated. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    @ConditionalOnProperty("todoke.db.owner.user")
    DataSource ownerDataSource(ServiceProperties properties) {
        ServiceProperties.Login login = Objects.requireNonNull(properties.db().owner());
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(properties.db().url());
        owner.setUser(login.user());
        owner.setPassword(login.password());
        return owner;
    }

    private static HikariDataSource pool(String name, ServiceProperties properties, ServiceProperties.Login login, int size) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(properties.service() + "-" + name);
        pool.setJdbcUrl(properties.db().url());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        // The server's explanations quote rows.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.setSchema(properties.schema());
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(10_000);
        return pool;
    }
}
