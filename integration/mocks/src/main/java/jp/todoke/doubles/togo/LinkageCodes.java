package jp.todoke.doubles.togo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.todoke.doubles.chukan.LatencyProfile;
import jp.todoke.doubles.persons.Person;
import jp.todoke.doubles.persons.Person.Fugo;
import jp.todoke.doubles.persons.PersonDirectory;
import org.jspecify.annotations.Nullable;

/** 個人番号 by 宛名番号, and the 符号 that come of them: 未取得, 依頼中, 取得済, 失効. Kept while the process lives. */
public final class LinkageCodes {

    /** Where the 符号 of a person stands. */
    public enum State {
        NOT_ACQUIRED,
        REQUESTED,
        ACQUIRED,
        LAPSED,
        /** Asked for, and there is no 個人番号 with which it could be had. */
        IMPOSSIBLE,
        /** Nobody here knows the number. */
        UNKNOWN
    }

    private record Key(String municipality, String atenabango) {}

    private final PersonDirectory directory;
    private final Duration delay;
    private final Clock clock;
    private final Map<Key, String> registered = new HashMap<>();
    private final Map<Key, Instant> requested = new HashMap<>();
    private final Set<Key> removed = new HashSet<>();

    public LinkageCodes(PersonDirectory directory, LatencyProfile profile, Clock clock) {
        this.directory = directory;
        this.clock = clock;
        this.delay = switch (profile) {
            case ZERO, SLOW -> Duration.ZERO;
            case DEMO -> Duration.ofMillis(600);
            case REALISTIC -> Duration.ofHours(2);
        };
    }

    /** @return false when the number belongs to another 個人番号, or that one to another number: the classic accident */
    synchronized boolean register(String municipality, String atenabango, String kojinbango) {
        Key key = new Key(municipality, atenabango);
        boolean another = registered.entrySet().stream().anyMatch(known -> known.getKey().municipality().equals(municipality)
                && known.getValue().equals(kojinbango) != known.getKey().equals(key)
                && (known.getValue().equals(kojinbango) || known.getKey().equals(key)));
        if (another) {
            return false;
        }
        registered.put(key, kojinbango);
        removed.remove(key);
        return true;
    }

    synchronized void remove(String municipality, String atenabango) {
        Key key = new Key(municipality, atenabango);
        registered.remove(key);
        requested.remove(key);
        removed.add(key);
    }

    public synchronized void forget() {
        registered.clear();
        requested.clear();
        removed.clear();
    }

    synchronized boolean knows(String municipality, String atenabango) {
        return registered.containsKey(new Key(municipality, atenabango)) || directory.person(municipality, atenabango).isPresent();
    }

    public synchronized void request(String municipality, String atenabango) {
        requested.putIfAbsent(new Key(municipality, atenabango), clock.instant());
    }

    /** A known person about whom no inquiry can be made now; who is not known at all is found out by the network. */
    public boolean missing(String municipality, String atenabango) {
        State state = state(municipality, atenabango);
        return state != State.ACQUIRED && state != State.UNKNOWN;
    }

    public synchronized State state(String municipality, String atenabango) {
        Key key = new Key(municipality, atenabango);
        Optional<Person> person = directory.person(municipality, atenabango);
        if (removed.contains(key)) {
            return State.LAPSED;
        }
        if (person.filter(Person::reachable).isPresent()) {
            return State.ACQUIRED;
        }
        String kojinbango = registered.getOrDefault(key, person.map(Person::kojinbango).orElse(null));
        if (person.isEmpty() && kojinbango == null) {
            return State.UNKNOWN;
        }
        return onRequest(requested.get(key), kojinbango, person.map(Person::fugo).orElse(Fugo.NONE));
    }

    private State onRequest(@Nullable Instant since, @Nullable String kojinbango, @Nullable Fugo fugo) {
        if (since == null) {
            return State.NOT_ACQUIRED;
        }
        if (kojinbango == null) {
            return State.IMPOSSIBLE;
        }
        boolean there = fugo != Fugo.PENDING && !clock.instant().isBefore(since.plus(delay));
        return there ? State.ACQUIRED : State.REQUESTED;
    }

    public long retryAfterMillis() {
        return delay.toMillis();
    }
}
