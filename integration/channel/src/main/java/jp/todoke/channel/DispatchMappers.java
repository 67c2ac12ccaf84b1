package jp.todoke.channel;

import org.mybatis.spring.SqlSessionTemplate;

/**
 * Mappers that run with the dispatch role, for the claiming statements of {@link WorkQueue.Claims}. Their XML lies
 * under {@code db/dispatch/} of the class path, apart from {@code db/mapper/}, so that no statement of a feature can
 * run with the role that sees all tenants' queues.
 */
public final class DispatchMappers {
    private final SqlSessionTemplate session;

    DispatchMappers(SqlSessionTemplate session) {
        this.session = session;
    }

    public <T> T mapper(Class<T> type) {
        return session.getMapper(type);
    }
}
