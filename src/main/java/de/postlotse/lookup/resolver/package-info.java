/**
 * How DNS is asked: attempts, budget, pipeline, and confirmation at the authority.
 *
 * <p>By hand: the pipeline, since dnsjava sends one question on a connection at a time and netty's resolver would bring a
 * second DNS library; the attempts, since a verdict needs the raw answer and the cause of each failure.
 */
@NullMarked
package de.postlotse.lookup.resolver;

import org.jspecify.annotations.NullMarked;
