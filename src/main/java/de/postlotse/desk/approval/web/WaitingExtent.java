package de.postlotse.desk.approval.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much waits for a decision, told from what the page lists.
 *
 * @param more whether there are further ones behind the page, which nobody counts for it
 * @param oldest since when the first of them waits
 */
record WaitingExtent(int count, boolean more, Instant oldest) {

    /** @return null where nothing waits */
    static @Nullable WaitingExtent of(List<ChangeView> changes, List<ReplacementView> replacements, boolean more) {
        return Stream.concat(
                        changes.stream().map(ChangeView::since),
                        replacements.stream().map(ReplacementView::since))
                .min(Instant::compareTo)
                .map(oldest -> new WaitingExtent(changes.size() + replacements.size(), more, oldest))
                .orElse(null);
    }
}
