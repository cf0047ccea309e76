package de.postlotse.provider.paste;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what indentation holds together: YAML. */
final class IndentTrees {

    private static final Pattern KEY =
            Pattern.compile("([\\w.$*@/-]{1,80}|\"[^\"]{0,80}\"|'[^']{0,80}'):(?:\\s+(.*))?");
    private static final Pattern MARKS = Pattern.compile("^([\"'])(.*)\\1$");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*$");
    private static final int DEEPEST = 40;

    private final Deque<Tree> open = new ArrayDeque<>();
    private final Tree root;

    private IndentTrees(int line) {
        root = new Tree("", null, -1, line);
        open.push(root);
    }

    /** The parts of a text in which indented lines and list items belong to the key above them. */
    static List<Tree> of(String text) {
        String[] lines = text.split("\\R", -1);
        List<Tree> trees = new ArrayList<>();
        int start = 0;
        while (start < lines.length) {
            int end = start;
            while (end < lines.length && isPart(lines[end])) {
                end++;
            }
            if (end - start > 2) {
                trees.addAll(new IndentTrees(start + 1).read(lines, start, end));
            }
            start = end + 1;
        }
        return trees;
    }

    private static boolean isPart(String line) {
        String told = plain(line);
        while (told.startsWith("- ")) {
            told = told.substring(2).strip();
        }
        return told.isEmpty()
                || told.equals("---")
                || told.length() < plain(line).length()
                || KEY.matcher(told).matches();
    }

    private static String plain(String line) {
        return line.length() > 2_000
                ? line
                : COMMENT.matcher(line).replaceFirst("").strip();
    }

    private List<Tree> read(String[] lines, int start, int end) {
        for (int at = start; at < end; at++) {
            String told = plain(lines[at]);
            if (!told.isEmpty() && !told.equals("---")) {
                int indent = lines[at].length() - lines[at].stripLeading().length();
                line(told, indent, at + 1);
            }
        }
        while (open.size() > 1) {
            open.pop();
        }
        root.lastLine = end;
        return root.parts.isEmpty() || isListOfFields(root) ? List.of() : List.of(root);
    }

    private void line(String told, int indent, int number) {
        if (told.startsWith("- ")) {
            closeTo(indent, true);
            String item = told.substring(2).strip();
            int inner = indent + told.length() - item.length();
            if (KEY.matcher(item).matches() || item.startsWith("- ")) {
                push(new Tree("-", top(), indent, number));
                line(item, inner, number);
            } else {
                value(null, item, number);
            }
            return;
        }
        Matcher key = KEY.matcher(told);
        closeTo(indent, false);
        if (key.matches()) {
            String name = withoutMarks(key.group(1));
            String text = key.group(2) == null ? "" : key.group(2).strip();
            if (text.isEmpty() || text.equals("|") || text.equals(">")) {
                push(new Tree(name, top(), indent, number));
            } else {
                value(name, text, number);
            }
        }
    }

    private void value(@Nullable String key, String text, int line) {
        if (text.startsWith("[") || text.startsWith("{")) {
            BracketTrees.readInto(new Tree(key == null ? "" : key, top(), top().indent + 1, line), text, line);
        } else {
            top().add(key, withoutMarks(text), line);
        }
    }

    private void push(Tree tree) {
        if (open.size() < DEEPEST) {
            open.push(tree);
        }
    }

    /** Items of a list may stand right below their key. */
    private void closeTo(int indent, boolean item) {
        while (open.size() > 1
                && (top().indent > indent
                        || top().indent == indent && (!item || top().name.equals("-")))) {
            open.pop();
        }
    }

    private Tree top() {
        Tree tree = open.peek();
        return tree == null ? root : tree;
    }

    private static String withoutMarks(String text) {
        return MARKS.matcher(text).replaceFirst("$2");
    }

    private static boolean saysTwice(Tree tree) {
        Set<String> keys = new HashSet<>();
        return tree.values.stream().anyMatch(value -> value.key() != null && !keys.add(String.valueOf(value.key())));
    }

    /** Whether each item says one thing of a record only: a list for people. */
    private static boolean isListOfFields(Tree tree) {
        if (saysTwice(tree)) {
            return true;
        }
        Set<String> keys = new HashSet<>();
        long single = tree.parts.stream()
                .filter(part -> part.name.equals("-") && part.parts.isEmpty() && part.values.size() == 1)
                .filter(part -> part.values.getFirst().key() != null
                        && keys.add(String.valueOf(part.values.getFirst().key())))
                .count();
        return single > 1 || tree.parts.stream().anyMatch(IndentTrees::isListOfFields);
    }
}
