package de.postlotse.provider;

import de.postlotse.dns.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Finds mail servers in what people copy from a provider's page: tables, lists, lines of master files (RFC 1035 §5),
 * sentences. It guesses, and whoever pasted confirms.
 */
public final class InstructionReader {

    /** The longest text that is read, in characters. */
    public static final int LONGEST = 64 * 1024;

    private static final int MOST_SERVERS = 60;
    private static final int MOST_NOT_READ = 20;
    private static final int SHOWN = 100;
    private static final int LONGEST_LINE = 2_000;

    private static final Pattern HTML =
            Pattern.compile("(?i)</?(table|tr|td|th|p|br|div|li|ul|ol|span|code|pre|html|body)\\b");
    private static final Pattern HOST =
            Pattern.compile("(?<![\\w@./:-])(?:[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}_])?\\.)+"
                    + "\\p{L}[\\p{L}\\p{N}-]*\\.?(?![\\w@/:-])");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.:-])\\d{1,6}(?![\\w.:-]*\\w)");
    private static final Pattern MX = Pattern.compile("(?<![\\w.-])MX(?![\\w.-])", Pattern.CASE_INSENSITIVE);
    private static final Pattern MX_DATA =
            Pattern.compile("(?i)(?<![\\w.-])MX[\\s|:,;]+(\\d{1,6})[\\s|:,;]+([^\\s|,;]+)");
    private static final Pattern OTHER_TYPE = Pattern.compile(
            "(?<![\\w.-])(A|AAAA|CNAME|TXT|SRV|NS|SOA|CAA|SPF|DKIM|DMARC|PTR|TLSA)(?![\\w.-])|v=spf1|v=DKIM1|v=DMARC1");
    private static final Pattern PRIORITY =
            Pattern.compile("(?i)(prio\\p{L}*|preference|präferenz|pref)\\W*(\\d{1,6})(?!\\d)");
    /** To the end of the line (RFC 1035 §5.1); without a blank before it, a semicolon parts the fields of a table. */
    private static final Pattern COMMENT = Pattern.compile("\\s;.*");

    private static final Pattern TTL = Pattern.compile("(?i)\\$?TTL\\W*(\\d{2,7})(?!\\d)");
    private static final Pattern ORIGIN = Pattern.compile("(?i)^\\$ORIGIN\\s+(\\S+)");
    private static final Pattern SERVER_WORD = Pattern.compile(
            "(?i)(?<!\\p{L})(mx|mail\\s?server|mail\\s?exchange\\w*|mx-server\\w*|server|servername|host|hostname|ziel|target|value|wert|points?\\s?to|zeigt\\s?auf|destination|inhalt|content|answer)(?!\\p{L})");
    private static final Pattern ORNAMENT = Pattern.compile("^[\\s>*•·–—#-]+|[`\"'„“”]|^\\s*\\d{1,2}[.)]\\s+(?=\\S)");

    private final DomainName zone;
    private final List<Instruction.Server> servers = new ArrayList<>();
    private final List<String> notRead = new ArrayList<>();
    private String ttl = "";
    private String origin = "";
    private String waitingPriority = "";

    private InstructionReader(DomainName zone) {
        this.zone = zone;
    }

    /**
     * Reads an instruction.
     *
     * @param zone what is pasted for; its own name is no mail server
     * @param pasted at most {@link #LONGEST} characters
     */
    public static Instruction read(String pasted, DomainName zone) {
        InstructionReader reader = new InstructionReader(zone);
        text(pasted).lines().forEach(reader::line);
        return new Instruction(List.copyOf(reader.servers), reader.ttl, List.copyOf(reader.notRead));
    }

    /** What a browser would show, a line a row and a tab between cells. */
    private static String text(String pasted) {
        if (!HTML.matcher(pasted).find()) {
            return pasted;
        }
        Document page = Jsoup.parse(pasted);
        page.select("script, style").remove();
        page.select("td, th").append("\t");
        page.select("br, tr, p, li, div, h1, h2, h3, h4, dt, dd, pre").append("\n");
        return page.body().wholeText();
    }

    private void line(String raw) {
        if (raw.length() > LONGEST_LINE) {
            leaveOut(raw.strip());
            return;
        }
        String withoutComment = COMMENT.matcher(raw).replaceFirst("");
        String line = ORNAMENT.matcher(withoutComment).replaceAll("").strip();
        if (line.isEmpty() || line.startsWith(";")) {
            return;
        }
        Matcher start = ORIGIN.matcher(line);
        if (start.find()) {
            origin = start.group(1);
            return;
        }
        Matcher life = TTL.matcher(line);
        boolean tellsTtl = life.find();
        if (tellsTtl && ttl.isEmpty()) {
            ttl = life.group(1);
        }
        String rest = tellsTtl ? life.replaceAll(" ") : line;
        boolean aboutMx = MX.matcher(rest).find();
        if (!aboutMx && OTHER_TYPE.matcher(rest).find()) {
            leaveOut(line);
        } else if (!masterFile(rest)
                && !pairs(rest)
                && !alone(rest)
                && !priorityOnly(rest)
                && aboutMx
                && hasServer(rest)) {
            leaveOut(line);
        }
    }

    /** {@code name 3600 IN MX 10 host}, as master files and most tables write it. */
    private boolean masterFile(String line) {
        Matcher data = MX_DATA.matcher(line);
        boolean found = false;
        while (data.find()) {
            String host = data.group(2);
            if (zoneItself(host)) {
                return false;
            }
            add(
                    data.group(1),
                    origin.isEmpty() || host.endsWith(".") || host.contains(".") ? host : host + "." + origin);
            lifetime(line.substring(0, data.start()));
            found = true;
        }
        return found;
    }

    /** {@code example.com. 3600 IN} */
    private void lifetime(String before) {
        if (ttl.isEmpty()) {
            NUMBER.matcher(before)
                    .results()
                    .map(MatchResult::group)
                    .reduce((first, last) -> last)
                    .ifPresent(number -> ttl = number);
        }
    }

    /** Servers with a number beside each: the smaller one where there are two, as the other then is the TTL. */
    private boolean pairs(String line) {
        List<MatchResult> hosts = hosts(line);
        List<MatchResult> numbers = NUMBER.matcher(line).results().toList();
        if (hosts.isEmpty() || numbers.isEmpty()) {
            return false;
        }
        if (hosts.size() == 1) {
            MatchResult host = hosts.getFirst();
            List<Integer> values = numbers.stream()
                    .map(number -> Integer.parseInt(number.group()))
                    .sorted()
                    .toList();
            add(
                    PRIORITY.matcher(line)
                            .results()
                            .findFirst()
                            .map(named -> named.group(2))
                            .orElse(values.getFirst().toString()),
                    host.group());
            if (values.size() > 1 && ttl.isEmpty()) {
                ttl = values.getLast().toString();
            }
            return true;
        }
        boolean numberFirst = numbers.getFirst().start() < hosts.getFirst().start();
        for (int n = 0; n < hosts.size(); n++) {
            MatchResult host = hosts.get(n);
            int next = n + 1 < hosts.size() ? hosts.get(n + 1).start() : line.length();
            int last = n == 0 ? 0 : hosts.get(n - 1).end();
            Optional<MatchResult> beside = numbers.stream()
                    .filter(number -> numberFirst
                            ? number.start() >= last && number.end() <= host.start()
                            : number.start() >= host.end() && number.end() <= next)
                    .findFirst();
            add(beside.map(MatchResult::group).orElse(""), host.group());
        }
        return true;
    }

    /** A server without a number: only where nothing else stands there, or a word says that it is one. */
    private boolean alone(String line) {
        List<MatchResult> hosts = hosts(line);
        if (hosts.size() != 1) {
            return false;
        }
        String host = hosts.getFirst().group();
        if (!line.equals(host) && !SERVER_WORD.matcher(line).find()) {
            return false;
        }
        add(waitingPriority, host);
        waitingPriority = "";
        return true;
    }

    /** In forms that are written field by field, the priority stands in a line of its own, before or after its server. */
    private boolean priorityOnly(String line) {
        Matcher named = PRIORITY.matcher(line);
        if (!named.find()) {
            return false;
        }
        int last = servers.size() - 1;
        if (last >= 0 && servers.get(last).priority().isEmpty()) {
            servers.set(
                    last,
                    new Instruction.Server(named.group(2), servers.get(last).host()));
        } else {
            waitingPriority = named.group(2);
        }
        return true;
    }

    private List<MatchResult> hosts(String line) {
        return HOST.matcher(line)
                .results()
                .filter(host -> !zoneItself(host.group()))
                .toList();
    }

    private boolean hasServer(String line) {
        return NUMBER.matcher(line).find() || !hosts(line).isEmpty();
    }

    private boolean zoneItself(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return name.equalsIgnoreCase(zone.toString()) || name.equalsIgnoreCase(zone.toUnicode()) || name.equals("@");
    }

    private void add(String priority, String host) {
        boolean there = servers.stream().anyMatch(server -> server.host().equalsIgnoreCase(host));
        if (!there && servers.size() < MOST_SERVERS) {
            servers.add(new Instruction.Server(priority, host));
        }
    }

    private void leaveOut(String line) {
        if (notRead.size() < MOST_NOT_READ) {
            notRead.add(line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…");
        }
    }
}
