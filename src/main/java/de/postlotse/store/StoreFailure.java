package de.postlotse.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.TransactionException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells failures that pass by themselves (fail-over, restart, deadlock) from faults of the application. */
public final class StoreFailure {

    /** Connection, rollback of a transaction, resources, intervention of an operator, system (PostgreSQL, app. A). */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

    private static final String LOCKED = "55P03";

    /** A server that is no longer the primary takes no changes; somebody else holds a lock for longer than we wait. */
    private static final Set<String> PASSING_STATES = Set.of("25006", LOCKED);

    /** H2's "Database is already closed" (org.h2.api.ErrorCode); H2 is there at run time only. */
    private static final int CLOSED = 90098;

    private static final String H2_FILE_FAILURE = "org.h2.mvstore.MVStoreException";

    private StoreFailure() {}

    /** Whether H2 could not write its file and has closed the store, or is about to: it does not open it again. */
    public static boolean isUnwritable(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> (cause instanceof SQLException sql && sql.getErrorCode() == CLOSED)
                        || (cause.getClass().getName().equals(H2_FILE_FAILURE)
                                && String.valueOf(cause.getMessage()).startsWith("Writing to ")));
    }

    /** What happened in the end, in one line. */
    public static String reason(Throwable failure) {
        Throwable root = causes(failure).reduce(failure, (before, cause) -> cause);
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }

    /** Whether PostgreSQL has waited for a lock for as long as it may: whoever tries again at once waits as long again. */
    static boolean isLockedForLong(Throwable failure) {
        return causes(failure).anyMatch(cause -> cause instanceof SQLException sql && LOCKED.equals(sql.getSQLState()));
    }

    /** Whether the same work can be expected to succeed once the store is back. */
    public static boolean isPassing(Throwable failure) {
        return causes(failure).anyMatch(StoreFailure::isPassingItself);
    }

    /** Hibernate's own exception of a transaction tells that not even the rollback reached the store. */
    private static boolean isPassingItself(Throwable failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionException
                || (failure instanceof SQLException sql && isPassingState(sql));
    }

    private static boolean isPassingState(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || (state != null
                        && (PASSING_STATES.contains(state)
                                || (state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2)))));
    }
}
