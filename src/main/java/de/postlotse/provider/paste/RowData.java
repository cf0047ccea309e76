package de.postlotse.provider.paste;

import de.postlotse.dns.DomainName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands behind the type: an owner perhaps, and numbers beside hosts. */
final class RowData {

    private static final List<String> ARROWS = List.of("→", "->", "=>", "⇒", "➜");

    private final DomainName zone;

    private final List<String> words;
    private final boolean ttlFirst;
    private final boolean sentence;
    private final List<Draft> records = new ArrayList<>();
    private @Nullable String owner;
    private List<String> numbers = new ArrayList<>();

    RowData(DomainName zone, List<String> words, boolean ttlFirst, boolean sentence) {
        this.zone = zone;
        this.words = words.stream().anyMatch("0."::equals) && words.size() == 1 ? List.of("0", ".") : words;
        this.ttlFirst = ttlFirst;
        this.sentence = sentence;
    }

    void read() {
        int start = takeOwner();
        for (int at = start; at < words.size(); at++) {
            String word = words.get(at);
            if (Words.isNumber(word)) {
                numbers.add(word);
            } else if (isTarget(word) && !(word.equals(".") && !records.isEmpty()) || isRelativeTarget(at)) {
                add(word);
            }
        }
        if (!numbers.isEmpty() && !records.isEmpty()) {
            complete();
        }
    }

    List<Draft> records() {
        return records;
    }

    @Nullable
    String owner() {
        return owner;
    }

    @Nullable
    Integer left() {
        return numbers.isEmpty() ? null : Integer.valueOf(numbers.getFirst());
    }

    /** The place behind the owner, where one stands behind the type. */
    private int takeOwner() {
        int at = words.indexOf("@");
        if (at >= 0 && words.subList(0, at).stream().noneMatch(word -> isTarget(word) || Words.isNumber(word))) {
            owner = OwnerColumn.APEX;
            return at + 1;
        }
        int arrow = ARROWS.stream().mapToInt(words::indexOf).max().orElse(-1);
        if (arrow > 0 && arrow + 1 < words.size() && isTarget(words.get(arrow + 1)) && isName(words.get(arrow - 1))) {
            owner = words.get(arrow - 1);
            return arrow + 1;
        }
        int start = 0;
        while (start < words.size() && Words.isSpeech(words.get(start))) {
            start++;
        }
        if (start + 1 < words.size() && isOwner(words.subList(start, words.size()))) {
            owner = words.get(start);
            return start + 1;
        }
        return start;
    }

    /** Whether a name before an arrow can be whose mail it is. */
    private boolean isName(String word) {
        return OwnerColumn.isOwnOrPlaceholder(word, zone) || !sentence && Words.isRelativeHost(word);
    }

    private boolean isOwner(List<String> rest) {
        String first = rest.getFirst();
        List<String> hosts = rest.stream().filter(this::isTarget).toList();
        if (!isTarget(first)) {
            return !sentence
                    && (Words.isRelativeHost(first) || first.equals("*"))
                    && hosts.size() == 1
                    && (rest.get(1).equals(hosts.getFirst())
                            || rest.size() > 2 && rest.get(2).equals(hosts.getFirst()) && !Words.isSpeech(rest.get(1)));
        }
        boolean pairs =
                hosts.size() * 2L == rest.size() && Words.isNumber(rest.getLast()) && !looksLikeTtl(rest.getLast());
        return hosts.size() > 1
                && !first.equals(".")
                && !pairs
                && (OwnerColumn.isOwn(first, zone)
                        || hosts.size() == 2 && (OwnerColumn.isOwnOrPlaceholder(first, zone) || isTarget(rest.get(1))));
    }

    private boolean isTarget(String word) {
        return word.equals(".")
                || Words.isHost(word)
                || Words.isAddress(word) && words.stream().noneMatch(Words::isHost);
    }

    /** {@code MX 10 mail}, as zone files have it. */
    private boolean isRelativeTarget(int at) {
        return at + 1 == words.size()
                && at > 0
                && records.isEmpty()
                && Words.isNumber(words.get(at - 1))
                && Words.isRelativeHost(words.get(at));
    }

    private void add(String target) {
        boolean numberFirst = records.isEmpty() || records.getLast().priority() != null;
        if (!numberFirst) {
            complete();
        }
        String priority = numbers.isEmpty() || !numberFirst ? null : numbers.getLast();
        Long ttl = numberFirst && numbers.size() > 1 ? Long.valueOf(numbers.getFirst()) : null;
        numbers = new ArrayList<>();
        records.add(new Draft(null, Draft.number(priority), target, ttl));
    }

    /** Numbers behind a host: its priority, where it has none yet, and the TTL. */
    private void complete() {
        Draft last = records.removeLast();
        Integer priority = last.priority();
        Long ttl = last.ttl();
        boolean swapped = numbers.size() > 1
                && priority == null
                && (ttlFirst || looksLikeTtl(numbers.get(0)) && !looksLikeTtl(numbers.get(1)));
        for (String number : swapped ? numbers.reversed() : numbers) {
            if (priority == null) {
                priority = Integer.valueOf(number);
            } else if (ttl == null) {
                ttl = Long.valueOf(number);
            }
        }
        numbers = new ArrayList<>();
        records.add(new Draft(last.owner(), priority, last.target(), ttl));
    }

    private static boolean looksLikeTtl(String number) {
        int value = Integer.parseInt(number);
        return value >= 300 && value % 60 == 0;
    }
}
