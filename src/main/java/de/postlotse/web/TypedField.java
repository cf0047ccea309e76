package de.postlotse.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * A field of a form that could not be taken, to be shown and sent again.
 *
 * @param label of what a person typed; null for what the page had added
 */
record TypedField(String name, @Nullable String label, String value) {

    static List<TypedField> of(Map<String, String[]> sent, MessageSource messages, Locale locale) {
        return sent.entrySet().stream()
                .flatMap(field -> Stream.of(field.getValue())
                        .map(value -> new TypedField(
                                field.getKey(),
                                messages.getMessage("form.label." + field.getKey(), null, null, locale),
                                value)))
                .toList();
    }
}
