package jp.todoke.database;

import java.util.Locale;

/** The login roles of the services; {@code db/roles.sql} makes them. */
public enum Role {
    BENEFITS_OWNER,
    BENEFITS_APP,
    BENEFITS_DISPATCH,
    LINKAGE_OWNER,
    LINKAGE_APP,
    LINKAGE_DISPATCH;

    /** The name in PostgreSQL. */
    public String user() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String user) {
        for (Role role : values()) {
            if (role.user().equals(user)) {
                return role;
            }
        }
        throw new IllegalArgumentException("no such login role: " + user);
    }
}
