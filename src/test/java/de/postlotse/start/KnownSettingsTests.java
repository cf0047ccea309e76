package de.postlotse.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSettingsTests {

    private final KnownSettings settings =
            KnownSettings.ofThisApplication(getClass().getClassLoader());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postlotse.dns.resolvers",
                "postlotse.dns.resolvers[0]",
                "postlotse.dns.confirmAtAuthority",
                "postlotse.data_directory",
                "postlotse.own.mail-servers[1].host",
                "postlotse.name-servers.ns1.tsig-secret",
                "postlotse.publishing.addresses[192.0.2.1]"
            })
    void knowsWhatIsThere(String name) {
        assertThat(settings.has(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "postlotse.dns.resolver, postlotse.dns.resolvers",
        "postlotse.dsn.budget, postlotse.dns.budget",
        "postlotse.datadirectroy, postlotse.data-directory",
        "postlotse.policy.default-tll, postlotse.policy.default-ttl"
    })
    void saysWhatWasMeant(String name, String meant) {
        assertThat(settings.has(name)).isFalse();
        assertThat(settings.meantBy(name)).contains(meant);
    }

    @Test
    void aPartOfANameIsNoProperty() {
        assertThat(settings.has("postlotse.dns")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "POSTLOTSE_DNS_RESOLVERS, true",
        "POSTLOTSE_DNS_RESOLVERS_0, true",
        "POSTLOTSE_DATADIRECTORY, true",
        "POSTLOTSE_DATA_DIRECTORY, true",
        "POSTLOTSE_NAMESERVERS_NS1_TYPE, true",
        "POSTLOTSE_DNS_RESOLVER, false",
        "POSTLOTSE_DATADIR, false"
    })
    void readsVariablesOfTheSystem(String name, boolean known) {
        assertThat(settings.hasVariable(name)).isEqualTo(known);
    }
}
