package de.postlotse.store;

import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** Outside of transactions: what is tried again is the whole of one. */
@Configuration
@EnableResilientMethods
class RetryConfiguration {}
