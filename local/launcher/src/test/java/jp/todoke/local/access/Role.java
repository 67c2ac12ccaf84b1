package jp.todoke.local.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.todoke.local.issuer.Person;
import jp.todoke.local.issuer.SystemClient;

/**
 * One column of the matrix: everybody with these scopes.
 *
 * @param column its name there
 * @param claim  the role as a token names it
 * @param scopes what its tokens carry
 */
record Role(String column, String claim, Set<String> scopes) {

    /** A system of 庁内データ連携: its opaque token is good for {@code /app_submit/**} and for nothing else. */
    static final Role APP_SUBMIT = new Role("app_submit", "-", Set.of());
    /** Without a token. */
    static final Role NOBODY = new Role("nobody", "-", Set.of());

    /** Every role that the issuer knows, people first, and the two that it does not know. */
    static List<Role> all() {
        Stream<Role> people = Arrays.stream(Person.Role.values()).map(role -> new Role(role.claim(), role.claim(), role.scopes()));
        Stream<Role> systems = SystemClient.all().stream().map(client -> new Role(column(client), client.role(), Set.of(client.scope())));
        return Stream.of(people, systems, Stream.of(APP_SUBMIT, NOBODY)).flatMap(each -> each).distinct().toList();
    }

    /** The two services are one role; a system that feeds several municipalities has a client in each. */
    static String column(SystemClient client) {
        return client.municipalityCode() == null ? "services" : client.id().replaceAll("-b$", "");
    }

    /** Whether the issuer signs its tokens, so that one can be made for any municipality. */
    boolean hasSignedTokens() {
        return !equals(APP_SUBMIT) && !equals(NOBODY);
    }

    @Override
    public String toString() {
        return column;
    }
}
