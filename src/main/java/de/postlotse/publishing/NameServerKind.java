package de.postlotse.publishing;

/**
 * A kind of name server that an operator can configure. A new kind is one bean of this type and its {@link NameServer}.
 *
 * @param <S> its settings, a record bound from {@code postlotse.name-servers.<id>.*}; a setting that is missing or wrong
 *     is told by {@link WrongSettingException}, and none of it shows a secret in {@code toString}
 */
public interface NameServerKind<S> {

    /** What {@code postlotse.name-servers.<id>.type} says. */
    String type();

    Class<S> settings();

    /**
     * The server as configured; nothing is sent to it yet.
     *
     * @throws WrongSettingException where it could never work that way
     */
    NameServer create(String id, S settings);
}
