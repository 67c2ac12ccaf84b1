package jp.todoke.local.issuer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A seeded user of the test system. Passwords are the name plus {@code -demo}: they protect nothing and are printed by {@code up}. */
public record Person(String name, Role role, String municipalityCode) {

    /** 届野市, the fictional municipality of the sample. */
    public static final String TODOKENO = "139998";
    /** 隣野市, the other municipality: its people must never see 届野市. */
    public static final String TONARINO = "139980";

    private static final List<Person> ALL = Stream
            .concat(Stream.of(Role.values()).map(role -> new Person(role.claim(), role, TODOKENO)),
                    Stream.of(new Person("caseworker-b", Role.CASEWORKER, TONARINO), new Person("approver-b", Role.APPROVER, TONARINO)))
            .toList();

    public static List<Person> all() {
        return ALL;
    }

    public static Optional<Person> named(String name) {
        return ALL.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    public String password() {
        return name + "-demo";
    }

    /**
     * What a person may do follows from the one role. A 係長 may propose and may approve, as in small offices: that nobody approves the own
     * proposal is therefore not left to scopes. What each of them reaches is written for people in specs/api/access-matrix.csv.
     */
    public enum Role {
        CASEWORKER("intake:write", "intake:read", "cases:read", "cases:write", "notices:read", "rounds:write", "rounds:read",
                "records:search", "differences:read", "simulations:run"), //
        APPROVER("cases:read", "cases:approve", "notices:read", "payments:read", "payments:approve", "simulations:run"), //
        PAYMENTS("payments:read", "payments:write", "bankfiles:read", "simulations:run"), //
        AUDITOR("cases:read", "payments:read", "bankfiles:read", "intake:read", "notices:read", "audit:read", "records:search",
                "recordfiles:read", "differences:read", "system:read", "rounds:read", "simulations:run"), //
        VENDOR("system:read", "simulations:run"), //
        CHIEF("cases:read", "cases:write", "cases:approve", "notices:read", "rounds:write", "rounds:read", "records:search",
                "differences:read", "simulations:run");

        private final Set<String> scopes;

        Role(String... scopes) {
            this.scopes = Set.of(scopes);
        }

        public String claim() {
            return name().toLowerCase(Locale.ROOT);
        }

        public Set<String> scopes() {
            return scopes;
        }
    }
}
