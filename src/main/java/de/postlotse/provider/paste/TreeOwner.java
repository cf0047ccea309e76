package de.postlotse.provider.paste;

import de.postlotse.dns.DomainName;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose record a level of a tree is, as it says itself. */
record TreeOwner(DomainName zone) {

    private static final Pattern ELSEWHERE =
            Pattern.compile("^([\\w*.-]{1,200})\\.(?:\\$\\{[^{}]*\\}|\\{\\{[^{}]*\\}\\}|\\{\\w*\\}|\\$\\w+)\\.?$");

    /** A way to say it. */
    private enum Way {
        /** {@code name: shop}; it counts whatever else says it. */
        OWNER_KEY,
        /** {@code host: shop}, where it is no server. */
        HOST_KEY,
        /** {@code record: shop}, as some modules of Ansible have it. */
        RECORD_KEY,
        /** {@code MX("shop", 10, "mx.example.net")}: what stands behind the type and before the server. */
        PLACE
    }

    @Nullable
    String of(Tree tree) {
        String named = null;
        boolean typed = Words.isMx(tree.name.substring(tree.name.lastIndexOf(' ') + 1));
        boolean server = false;
        for (Tree.Value value : tree.values) {
            if (value.key() == null) {
                typed |= TreeWords.isTypeWord(value.text());
                server |= isServer(value.text());
            }
            Way way = way(value, typed && !server);
            if (way == Way.OWNER_KEY || way != null && named == null) {
                named = name(value);
            }
        }
        return named == null && isKeyOfRoot(tree) ? tree.name : named;
    }

    /** Without the domain, where that is defined elsewhere: {@code shop.${var.domain}}. */
    private static String name(Tree.Value value) {
        return ELSEWHERE.matcher(value.text()).replaceFirst("$1");
    }

    private @Nullable Way way(Tree.Value value, boolean place) {
        String text = name(value);
        boolean bare = text.matches("[^\\s{}$<>/()\\[\\]]*") && !Words.isNumber(text);
        Label label = TreeWords.label(value.key());
        if (!bare) {
            return null;
        }
        if (value.key() == null) {
            return place && !TreeWords.isTypeWord(text) && (!isForeign(text) || text.isEmpty()) ? Way.PLACE : null;
        }
        String key = TreeWords.spaced(value.key()).toLowerCase(Locale.ROOT);
        if (label == Label.OWNER && !TreeWords.isZoneKey(value.key())) {
            return Way.OWNER_KEY;
        }
        if (isForeign(text)) {
            return null;
        }
        return label == Label.HOST ? Way.HOST_KEY : key.equals("record") ? Way.RECORD_KEY : null;
    }

    /** {@code 'shop': type: MX, values: …}: the key says whose record it is. */
    private static boolean isKeyOfRoot(Tree tree) {
        boolean values = tree.parts.stream()
                .anyMatch(part -> isValues(part)
                        || part.name.equals("-") && part.parts.stream().anyMatch(TreeOwner::isValues));
        return tree.depth == 1
                && tree.indent == 0
                && values
                && Label.of(tree.name).isEmpty()
                && !tree.name.matches("(?i)spec|resources?|properties");
    }

    private static boolean isValues(Tree part) {
        return part.name.equals("values");
    }

    boolean isForeign(String text) {
        return Words.isHost(text) && !OwnerColumn.isOwnOrPlaceholder(text, zone);
    }

    private boolean isServer(String text) {
        return TreeReader.DATA.matcher(text).matches() || isForeign(text);
    }
}
