package de.postlotse.desk.search;

import de.postlotse.account.CustomerNumber;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import de.postlotse.lookup.AddressText;
import de.postlotse.policy.PastedHost;
import de.postlotse.store.StorableText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody on the phone says, as searches understand it: an address, a name or a part of one, a customer number.
 *
 * @param typed without blanks around it; empty where it cannot be a part of anything
 * @param name the whole name that it is, or that a pasted URL or mail address contains
 * @param address in the one form that addresses have in the store
 */
record SearchText(
        String typed, @Nullable DomainName name, @Nullable String address) {

    private static final Pattern UNSPEAKABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    /** Names that were taken over may be stranger than those that people may type. */
    private static final Pattern STRANGE = Pattern.compile("[A-Za-z0-9_*-]+(\\.[A-Za-z0-9_*-]+)+\\.?");

    /** What an index of three letters each can find; what is shorter is looked for at the beginning of names. */
    private static final Pattern THREE_IN_A_ROW = Pattern.compile("[\\p{L}\\p{N}]{3}");

    static SearchText read(String text) {
        String typed = TypedName.trim(text);
        if (typed.length() > TypedName.MAX_TYPED || UNSPEAKABLE.matcher(typed).find()) {
            return new SearchText("", null, null);
        }
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
        return new SearchText(
                composed,
                name(composed).orElse(null),
                AddressText.read(composed).orElse(null));
    }

    private static Optional<DomainName> name(String typed) {
        if (TypedName.read(typed) instanceof TypedName.Valid valid) {
            return Optional.of(valid.name());
        }
        return STRANGE.matcher(typed).matches() ? strange(typed) : PastedHost.in(typed);
    }

    private static Optional<DomainName> strange(String typed) {
        try {
            return Optional.of(DomainName.of(typed));
        } catch (IllegalArgumentException tooLong) {
            return Optional.empty();
        }
    }

    boolean isEmpty() {
        return typed.isEmpty();
    }

    /** The whole name, where it has more than one label. */
    Optional<DomainName> fullName() {
        return Optional.ofNullable(name).filter(full -> full.labels().size() > 1);
    }

    /** The names above the whole name that can be zones: callers say www.kunde.de. */
    List<String> above() {
        List<String> names = new ArrayList<>();
        fullName().ifPresent(full -> {
            for (DomainName at = full.parent(); at.labels().size() > 1; at = at.parent()) {
                names.add(at.toString());
            }
        });
        return names;
    }

    Optional<String> customer() {
        return Optional.of(typed).filter(CustomerNumber::isValid);
    }

    /** The text as a part of a name in A-labels, or nothing where it has other letters and is no name. */
    Optional<String> part() {
        if (name != null) {
            return Optional.of(name.toString());
        }
        return Optional.of(typed.toLowerCase(Locale.ROOT))
                .filter(text -> ASCII.matcher(text).matches())
                .filter(text -> !text.isEmpty());
    }

    /** The text as a part of a name as people write it. */
    String shownPart() {
        return name == null ? typed.toLowerCase(Locale.ROOT) : name.toUnicode();
    }

    /** For LIKE: anywhere in a name where an index can find that, else at its beginning. */
    static String pattern(String part) {
        return (isLongEnough(part) ? "%" : "") + start(part);
    }

    static boolean isLongEnough(String part) {
        return THREE_IN_A_ROW.matcher(part).find();
    }

    /** For LIKE: at the beginning. */
    static String start(String part) {
        return StorableText.escapedForLike(part) + "%";
    }
}
