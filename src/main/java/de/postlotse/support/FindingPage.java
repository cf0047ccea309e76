package de.postlotse.support;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of findings.
 *
 * @param next the last line of this page, behind which the next one starts; null at the end
 */
public record FindingPage(List<FindingLine> lines, @Nullable FindingCursor next) {

    public static final int SIZE = 50;

    static FindingPage of(List<FindingLine> oneMore) {
        return oneMore.size() <= SIZE
                ? new FindingPage(oneMore, null)
                : new FindingPage(
                        oneMore.subList(0, SIZE), oneMore.get(SIZE - 1).cursor());
    }
}
