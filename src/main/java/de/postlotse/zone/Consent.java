package de.postlotse.zone;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * To which harm an editor has agreed.
 *
 * @param shown the harms that the editor was shown; null where nobody is asked, as in the API
 */
public record Consent(@Nullable Set<Harm> shown) {

    public static final Consent NOT_ASKED = new Consent(null);

    /** Reads {@link #codes} as a form brings them back; what is no code counts for nothing. */
    public static Consent to(@Nullable String codes) {
        List<String> given = codes == null ? List.of() : List.of(codes.split("[ ,]+"));
        return new Consent(Arrays.stream(Harm.values())
                .filter(harm -> given.contains(harm.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Harm.class))));
    }

    /** Whether there is nothing among the harms that the editor would have to be shown first. */
    public boolean covers(Set<Harm> harms) {
        return shown == null || shown.containsAll(harms);
    }

    /** Harms as a form keeps them. */
    public static String codes(Set<Harm> harms) {
        return harms.stream().map(Harm::name).sorted().collect(Collectors.joining(" "));
    }
}
