package jp.todoke.tenancy;

import java.util.Optional;
import java.util.function.Supplier;

/** The municipality that the current thread works for. Bound for a block of code, never set and forgotten. */
public final class Tenant {
    private static final ScopedValue<Municipality> CURRENT = ScopedValue.newInstance();

    private Tenant() {}

    /**
     * @throws IllegalStateException when no tenant is bound: guessing one would show a municipality another's people
     */
    public static Municipality current() {
        return bound().orElseThrow(() -> new IllegalStateException("no municipality is bound to this work"));
    }

    /** The tenant if there is one; for infrastructure that also serves work without a tenant. */
    public static Optional<Municipality> bound() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    public static <T> T in(Municipality municipality, Supplier<T> work) {
        return ScopedValue.where(CURRENT, municipality).call(work::get);
    }

    public static void run(Municipality municipality, Runnable work) {
        ScopedValue.where(CURRENT, municipality).run(work);
    }

    /** As {@link #in}, for work that throws a checked exception. */
    public static <T, X extends Throwable> T call(Municipality municipality, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, municipality).call(work);
    }
}
