package de.postlotse.work;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * For how long is kept what only tells what was once, so that the store does not grow for ever.
 *
 * @param historyLines how many changes of a zone its history keeps, the newest; what is older can no longer be restored
 * @param days for how many days notices for customers, replacements and lists of zones to take over are kept; what has
 *     not ended stays
 */
@Validated
@ConfigurationProperties("postlotse.keep")
public record Retention(
        @Min(100) @DefaultValue("5000") int historyLines,
        @Min(30) @DefaultValue("400") int days) {

    /** What is older may go. */
    public Instant begin(Instant now) {
        return now.minus(Duration.ofDays(days));
    }
}
