package de.postlotse.publishing.server;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Makes name servers from {@code postlotse.name-servers.<id>.*}, each by the kind that its type names. */
@Component
public class ConfiguredNameServers {

    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("postlotse.name-servers");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private final Map<String, NameServerKind<?>> kinds;
    private final Binder binder;

    ConfiguredNameServers(List<NameServerKind<?>> kinds, Environment environment) {
        this.kinds = kinds.stream().collect(Collectors.toMap(NameServerKind::type, kind -> kind));
        this.binder = Binder.get(environment);
    }

    /** @throws WrongSettingException naming the property to mend */
    List<NameServer> create() {
        return binder.bind(PREFIX, Bindable.mapOf(String.class, Object.class)).orElse(Map.of()).entrySet().stream()
                .map(server -> create(server.getKey(), server.getValue()))
                .toList();
    }

    private NameServer create(String id, Object settings) {
        if (!ID.matcher(id).matches()) {
            throw new WrongSettingException(
                    PREFIX + "." + id, "a name has lower-case letters, digits and hyphens only");
        }
        if (!(settings instanceof Map)) {
            throw new WrongSettingException(PREFIX + "." + id, "is a name server's name and has settings below it");
        }
        ConfigurationPropertyName server = PREFIX.append(id);
        String type =
                binder.bind(server.append("type"), Bindable.of(String.class)).orElse("");
        NameServerKind<?> kind = kinds.get(type);
        if (kind == null) {
            throw new WrongSettingException(
                    server + ".type",
                    "'" + type + "' is no kind of name server; there are "
                            + kinds.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return create(kind, id, server);
    }

    private <S> NameServer create(NameServerKind<S> kind, String id, ConfigurationPropertyName server) {
        try {
            return kind.creation()
                    .apply(id, binder.bindOrCreate(server, Bindable.of(kind.settings()), exactly(server)));
        } catch (BindException e) {
            throw wrong(server, e);
        } catch (WrongSettingException e) {
            throw new WrongSettingException(server + "." + e.setting(), String.valueOf(e.getMessage()));
        }
    }

    /** A misspelt setting would be left out silently otherwise; the type is known to be there besides. */
    private static BindHandler exactly(ConfigurationPropertyName server) {
        return new NoUnboundElementsBindHandler(
                BindHandler.DEFAULT, source -> source.containsDescendantOf(server) != null);
    }

    /** Without the value: it may be a secret. */
    private static WrongSettingException wrong(ConfigurationPropertyName server, BindException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof WrongSettingException wrong) {
                return new WrongSettingException(server + "." + wrong.setting(), String.valueOf(wrong.getMessage()));
            }
            if (cause instanceof UnboundConfigurationPropertiesException unbound) {
                ConfigurationProperty unknown =
                        unbound.getUnboundProperties().iterator().next();
                return new WrongSettingException(unknown.getName().toString(), "there is no such setting");
            }
        }
        ConfigurationProperty property = e.getProperty();
        return new WrongSettingException(
                (property == null ? e.getName() : property.getName()).toString(), "its value cannot be understood");
    }
}
