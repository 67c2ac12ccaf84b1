package jp.todoke.benefits.cases;

import java.util.UUID;

/** Where the recipient of a case is paid. */
public interface Accounts {
    /** Called inside a transaction of the caller's. */
    AccountStanding accountOf(UUID caseId);
}
