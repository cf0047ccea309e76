package de.postlotse.mailpath;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Exim in namespaces of its own, where {@link MailWorld} is all the DNS there is. Its configuration is a bare
 * {@code dnslookup} router: Debian's default ignores private addresses besides ({@code ignore_target_hosts}), which is
 * an operator's choice and not Exim's.
 */
final class AskedExim {

    private static final Path PROGRAM = Path.of("/usr/sbin/exim4");
    private static final Pattern HOST = Pattern.compile(" {2}host (\\S*) +\\[(\\S+)] *(?:MX=(\\d+))?.*");

    private static final String CONFIGURATION = """
            primary_hostname = sender.example
            keep_environment =
            dns_retrans = 3s
            dns_retry = 2
            begin routers
            dnslookup:
              driver = dnslookup
              domains = *
              transport = remote_smtp
              no_more
            begin transports
            remote_smtp:
              driver = smtp
            """;

    /** Short, for the one domain that is never answered. */
    private static final String RESOLVER = "nameserver 127.0.0.1\noptions timeout:3 attempts:2\n";

    private AskedExim() {}

    /**
     * What Exim says of a domain.
     *
     * @param outcome ROUTED, DEFERRED or BOUNCED
     * @param groups the addresses that it would connect to, by priority; -1 where there is no MX record
     */
    record Verdict(String outcome, Map<Integer, List<String>> groups, String said) {}

    static Map<String, Verdict> verdicts(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "no Exim: " + PROGRAM + " is not installed");
        List<String> command = new ArrayList<>(isRoot() ? List.of() : List.of("sudo", "-n"));
        command.addAll(List.of("unshare", "--mount", "--net", "sh", "-c"));
        Assumptions.assumeTrue(run(folder, with(command, "ip link set lo up")).equals("exit 0"), "no namespaces here");

        Path configuration = Files.writeString(folder.resolve("exim.conf"), CONFIGURATION);
        Path resolver = Files.writeString(folder.resolve("resolv.conf"), RESOLVER);
        String said = run(
                folder,
                with(
                        command,
                        "ip link set lo up && mount --bind \"$0\" /etc/resolv.conf && exec \"$@\"",
                        resolver.toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        EximInItsWorld.class.getName(),
                        PROGRAM.toString(),
                        configuration.toString()));
        return read(said);
    }

    /** Absolute, since the program runs elsewhere. */
    private static String classPath() {
        String entries = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return String.join(
                File.pathSeparator,
                Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                        .splitAsStream(entries)
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    private static Map<String, Verdict> read(String said) {
        Map<String, Verdict> verdicts = new HashMap<>();
        for (String part : said.split("(?m)^" + EximInItsWorld.HEADING)) {
            int end = part.indexOf('\n');
            if (part.contains("\nexit ") && end > 0) {
                verdicts.put(part.substring(0, end), verdict(part));
            }
        }
        return verdicts;
    }

    private static Verdict verdict(String said) {
        Map<Integer, TreeSet<String>> groups = new TreeMap<>();
        for (String line : said.split("\n")) {
            Matcher host = HOST.matcher(line);
            if (host.matches() && !line.contains("** unusable **")) {
                int preference = host.group(3) == null ? -1 : Integer.parseInt(host.group(3));
                groups.computeIfAbsent(preference, number -> new TreeSet<>()).add(host.group(2));
            }
        }
        Map<Integer, List<String>> lists = new TreeMap<>();
        groups.forEach((preference, addresses) -> lists.put(preference, List.copyOf(addresses)));
        return new Verdict(outcome(said), lists, said);
    }

    private static String outcome(String said) {
        if (said.contains(" cannot be resolved at this time: ")) {
            return "DEFERRED";
        }
        return said.contains(" is undeliverable: ") ? "BOUNCED" : "ROUTED";
    }

    private static List<String> with(List<String> command, String... more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(more));
        return all;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + "exit " + process.waitFor();
    }
}
