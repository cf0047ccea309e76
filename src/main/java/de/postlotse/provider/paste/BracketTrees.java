package de.postlotse.provider.paste;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what brackets hold together: JSON, HCL, calls and lists of programs. Only text in quotation marks and numbers are
 * values; words are names of something that is defined elsewhere.
 */
final class BracketTrees {

    private static final int DEEPEST = 40;
    private static final int LONGEST_NAME = 200;

    private final Tree root;
    private final Deque<Tree> open = new ArrayDeque<>();
    private final boolean bareWords;
    private final StringBuilder words = new StringBuilder();
    private @Nullable String key;
    private @Nullable String value;
    private boolean tooDeep;

    private BracketTrees(Tree root, boolean bareWords) {
        this.root = root;
        this.bareWords = bareWords;
        open.push(root);
    }

    /** The parts in brackets of a text; each knows its lines. */
    static List<Tree> of(String text) {
        Tree root = new Tree("", null, 0, 1);
        new BracketTrees(root, false).read(text, 1);
        return root.parts;
    }

    /** Reads what stands in brackets behind a key; there words need no quotation marks. */
    static void readInto(Tree tree, String text, int line) {
        new BracketTrees(tree, true).read(text, line);
    }

    private void read(String text, int firstLine) {
        int line = firstLine;
        for (int at = 0; at < text.length() && !tooDeep; at++) {
            char sign = text.charAt(at);
            int end = isQuote(sign) ? endOfQuoted(text, at) : -1;
            if (end > 0) {
                endWord();
                value = text.substring(at + 1, end);
                remember(value);
                at = end;
                continue;
            }
            switch (sign) {
                case '{', '[', '(' -> open(line);
                case '}', ']', ')' -> close(line);
                case ',', ';' -> endValue(line);
                case '\n' -> {
                    endValue(line);
                    line++;
                }
                case ':', '=' -> takeKey(text, at);
                default -> words.append(sign);
            }
        }
        endValue(line);
        while (open.size() > 1) {
            open.pop().lastLine = line;
        }
    }

    private static boolean isQuote(char sign) {
        return sign == '"' || sign == '\'';
    }

    /** The mark that ends what is quoted; nothing where it does not end in its line, or is an apostrophe. */
    private static int endOfQuoted(String text, int start) {
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        if (Character.isLetterOrDigit(before)) {
            return -1;
        }
        for (int at = start + 1; at < text.length() && text.charAt(at) != '\n'; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == text.charAt(start)) {
                return at;
            }
        }
        return -1;
    }

    private void remember(String quoted) {
        if (words.length() < LONGEST_NAME) {
            words.append(' ').append(quoted).append(' ');
        }
    }

    private void endWord() {
        if (words.length() > LONGEST_NAME) {
            words.setLength(LONGEST_NAME);
        }
    }

    private void takeKey(String text, int at) {
        boolean follows = at > 0 && "=:!<>?".indexOf(text.charAt(at - 1)) >= 0;
        if (!follows) {
            String told = words.toString().strip();
            key = value != null ? value : told.substring(told.lastIndexOf(' ') + 1);
            value = null;
            words.setLength(0);
        }
    }

    private void open(int line) {
        endWord();
        String before = words.toString().strip();
        Tree tree = new Tree((key == null ? "" : key + " ") + before, top(), 0, line);
        open.push(tree);
        tooDeep = open.size() > DEEPEST;
        forget();
    }

    private void close(int line) {
        endValue(line);
        if (open.size() > 1) {
            open.pop().lastLine = line;
        }
        forget();
    }

    private void endValue(int line) {
        String word = words.toString().strip();
        String told = value != null ? value : bareWords || isNumber(word) ? word : null;
        if (value == null && word.contains(" ") && !bareWords) {
            told = word.matches(".*\\s\\d{1,7}") ? word.substring(word.lastIndexOf(' ') + 1) : told;
        }
        if (told != null && (value != null || !told.isEmpty()) && (open.size() > 1 || bareWords)) {
            numberBefore(line);
            top().add(key, told, line);
        }
        forget();
    }

    /** {@code mx 10 "mx.example.net"}: without commas, as functional languages have it. */
    private void numberBefore(int line) {
        String[] before = value == null || key != null
                ? new String[0]
                : words.toString().strip().split("\\s+");
        if (before.length > 1 && isNumber(before[before.length - 2]) && before[before.length - 1].equals(value)) {
            top().add(null, before[before.length - 2], line);
        }
    }

    private static boolean isNumber(String word) {
        return Words.isNumber(word);
    }

    private Tree top() {
        Tree tree = open.peek();
        return tree == null ? root : tree;
    }

    private void forget() {
        words.setLength(0);
        key = null;
        value = null;
    }
}
