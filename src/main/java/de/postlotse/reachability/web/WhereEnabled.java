package de.postlotse.reachability.web;

import de.postlotse.reachability.ReachabilityProperties;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/** There is only where the operator lets servers be tested. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnBooleanProperty(name = ReachabilityProperties.ENABLED, matchIfMissing = true)
@interface WhereEnabled {}
