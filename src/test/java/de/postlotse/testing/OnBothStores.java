package de.postlotse.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the whole application that holds whichever the store is: all its tests run on H2 and again on PostgreSQL,
 * in the applications of {@link WholeApplication} and {@link WholeApplicationOnPostgres}. Surefire's reports only number
 * the two: {@code [1]} is H2 and {@code [2]} is PostgreSQL.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(BothStores.class)
public @interface OnBothStores {

    /** Whether nothing else works on the store meanwhile: for tests that count, or that do the work of a job. */
    boolean atRest() default false;
}
