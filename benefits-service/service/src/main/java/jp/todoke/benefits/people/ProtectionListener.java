package jp.todoke.benefits.people;

import java.time.LocalDate;

/** Told in the transaction of a feed of everybody whom a 支援措置 covers from then on: what others keep about them has to be hidden too. */
public interface ProtectionListener {
    void protectedNow(String atenabango, String name, LocalDate birthDate);
}
