package de.postlotse.mailpath;

import de.postlotse.lookup.resolver.ScriptedDns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A program that serves {@link MailWorld} where the system's resolver asks, and lets Exim say what it would do with a
 * mail to each domain. It needs a network namespace of its own, where port 53 is free.
 */
final class EximInItsWorld {

    static final String HEADING = "=== ";

    private EximInItsWorld() {}

    /** @param arguments Exim, and its configuration */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (ScriptedDns dns = ScriptedDns.resolverOn(53)) {
            MailWorld.fill(dns);
            for (MailWorld.Case each : MailWorld.CASES) {
                System.out.println(HEADING + each.domain());
                System.out.println(wayTo(each.domain(), arguments[0], arguments[1]));
            }
        }
        System.exit(0); // Unanswered questions hold threads
    }

    private static String wayTo(String domain, String exim, String configuration)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(exim, "-C", configuration, "-bt", "user@" + domain)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + "exit " + process.waitFor();
    }
}
