package de.postlotse.mailpath;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route as pages show it, in the reader's language: what the fragment {@code mailpath/way} needs.
 *
 * @param id tells this one from others on the same page; part of the ids in it
 * @param outcome DELIVERED, DEFERRED or BOUNCED
 * @param judgement the outcome, or DISPUTED where the mail arrives only with some senders or by chance
 * @param end the end in a word or two
 * @param patience how long senders keep the mail; nothing where it does not wait
 */
public record RouteView(
        String id,
        String shownDomain,
        String outcome,
        String judgement,
        String sentence,
        String end,
        @Nullable String patience,
        List<String> steps,
        List<GroupView> groups,
        List<String> differences) {

    /**
     * Servers of the same priority.
     *
     * @param onwards why senders go on to the next ones; nothing for the last
     */
    public record GroupView(
            String title,
            List<ServerView> servers,
            @Nullable String onwards) {}

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

    /** How a server looks: each has a shape, a line and a tone of its own. */
    public enum Look {
        TRIED,
        VAIN,
        SKIPPED;

        static Look of(Fate fate) {
            if (fate == Fate.TRIED) {
                return TRIED;
            }
            return fate.isContacted() ? VAIN : SKIPPED;
        }
    }
}
