package de.postlotse.mailpath;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route as pages show it, in the reader's language: what the fragment {@code mailpath/way} needs.
 *
 * @param id tells this one from others on the same page; part of the ids in it
 * @param outcome DELIVERED, DEFERRED or BOUNCED
 * @param tone good, warn or bad: how the end is to be shown
 * @param patience how long senders keep the mail; nothing where it does not wait
 */
public record RouteView(
        String id,
        String shownDomain,
        String outcome,
        String tone,
        String sentence,
        @Nullable String patience,
        List<String> steps,
        List<GroupView> groups,
        List<String> differences,
        Picture picture) {

    /** Servers of the same priority. */
    public record GroupView(String title, List<ServerView> servers) {}

    /**
     * A server.
     *
     * @param alias where its name leads; nothing where it is no alias
     */
    public record ServerView(
            String name,
            String shownName,
            @Nullable String alias,
            List<String> addresses,
            String fate,
            String fateText,
            Look look) {}

    /** How a server looks, in words of the style sheet; each has a line style and a sign of its own. */
    public enum Look {
        TRIED("✓"),
        VAIN("✕"),
        SKIPPED("–");

        private final String mark;

        Look(String mark) {
            this.mark = mark;
        }

        public String mark() {
            return mark;
        }

        static Look of(Fate fate) {
            if (fate == Fate.TRIED) {
                return TRIED;
            }
            return fate.isContacted() ? VAIN : SKIPPED;
        }
    }
}
