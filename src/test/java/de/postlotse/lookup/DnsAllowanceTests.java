package de.postlotse.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

/** How what asks DNS is shared out. */
class DnsAllowanceTests {

    private static final int PER_MINUTE = 20;

    private final DnsAllowance allowance = new DnsAllowance(
            new DnsProperties(List.of(), Duration.ofSeconds(1), true, PER_MINUTE),
            Clock.systemUTC(),
            new SimpleMeterRegistry());
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @AfterEach
    void endCheck() {
        DnsCheck.end();
    }

    @Test
    void aCallerHasSoManyChecksInAMinute() throws IOException {
        for (int check = 0; check < PER_MINUTE; check++) {
            MockHttpServletRequest request = request("kunde1", "POST", "/api/v1/mail-path");
            assertThat(allowance.preHandle(request, response, this)).isTrue();
            allowance.afterCompletion(request, response, this, null);
        }

        assertThat(allowance.preHandle(request("kunde1", "POST", "/domains/x.example/mx/check"), response, this))
                .isFalse();
        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(response.getHeader("Retry-After"))))
                .isBetween(1, 60);
        assertThat(allowance.preHandle(request("kunde2", "GET", "/mail-path"), response, this))
                .isTrue();
    }

    @Test
    void readingWhatIsStoredCountsForNothing() throws IOException {
        for (int call = 0; call < 2 * PER_MINUTE; call++) {
            assertThat(allowance.preHandle(request("kunde1", "GET", "/api/v1/zones/x.example/mx"), response, this))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/mail%2Dpath, /mail-path",
        "/domains/x.example/%73ervers, /domains/{zone}/servers",
        "/domains/x.example/name-servers, /domains/{zone}/name-servers",
        "/api/v1/zones/x.example/name-servers, /api/v1/zones/{zone}/name-servers",
        "/support/review/x.example/way, /support/review/{zone}/way",
    })
    void readingThatAsksCountsHoweverItsAddressIsWritten(String sent, String declared) throws IOException {
        for (int call = 0; call < PER_MINUTE; call++) {
            MockHttpServletRequest request = request("kunde1", "GET", sent, declared);
            allowance.preHandle(request, response, this);
            allowance.afterCompletion(request, response, this, null);
        }

        assertThat(allowance.preHandle(request("kunde1", "GET", sent, declared), response, this))
                .isFalse();
    }

    @Test
    void theChecksOfOneCallerLeaveRoomForOthers() throws IOException {
        List<MockHttpServletRequest> held = new ArrayList<>();
        for (int check = 0; check < DnsAllowance.AT_ONCE_OF_A_CALLER; check++) {
            held.add(request("kunde1", "POST", "/api/v1/mail-path"));
            assertThat(allowance.preHandle(held.getLast(), response, this)).isTrue();
        }

        assertThat(allowance.preHandle(request("kunde2", "POST", "/api/v1/mail-path"), response, this))
                .isTrue();
        assertThat(allowance.preHandle(request("kunde1", "POST", "/api/v1/mail-path"), response, this))
                .isFalse();
        allowance.afterCompletion(held.getFirst(), response, this, null);
        assertThat(allowance.preHandle(request("kunde1", "POST", "/api/v1/mail-path"), response, this))
                .isTrue();
    }

    private static MockHttpServletRequest request(String username, String method, String path) {
        return request(username, method, path, path);
    }

    /** @param declared the address as its handler has it */
    private static MockHttpServletRequest request(String username, String method, String path, String declared) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, declared);
        Principal caller = () -> username;
        request.setUserPrincipal(caller);
        return request;
    }
}
