package de.postlotse.publishing.server;

import java.util.function.BiFunction;

/**
 * A kind of name server that an operator can configure. A new kind is one bean of this type and its {@link NameServer}.
 *
 * @param <S> its settings, a record bound from {@code postlotse.name-servers.<id>.*}; a setting that is missing or wrong
 *     is told by {@link WrongSettingException}, and none of it shows a secret in {@code toString}
 * @param type what {@code postlotse.name-servers.<id>.type} says
 * @param creation makes the server of that id as configured, and sends nothing to it yet; throws
 *     {@link WrongSettingException} where it could never work that way
 */
public record NameServerKind<S>(String type, Class<S> settings, BiFunction<String, S, NameServer> creation) {}
