package de.postlotse.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * A test of the whole application over HTTP. All of them share one {@link RunningPostlotse}, so each works with zones
 * of its own ({@link RunningPostlotse#newZone}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = RunningPostlotse.Start.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface WholeApplication {}
