package de.postlotse.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/** The same as {@link WholeApplication} with PostgreSQL as the store; these tests share one application, too. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"postgresql", "test-accounts"})
@ContextConfiguration(initializers = RunningPostlotse.StartOnPostgres.class, inheritInitializers = false)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface WholeApplicationOnPostgres {}
