package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps names in the store in their one form: lower-case A-labels without the final dot. */
@Converter(autoApply = true)
class DomainNameConverter implements AttributeConverter<DomainName, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable DomainName name) {
        return name == null ? null : name.toString();
    }

    @Override
    public @Nullable DomainName convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : DomainName.of(text);
    }
}
