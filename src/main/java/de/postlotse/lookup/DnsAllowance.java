package de.postlotse.lookup;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Shares out what asks DNS: of one caller so many checks a minute, and a few at the same time, the others wait for a
 * moment. So the checks of one cannot hold up those of others. Kept in memory: each node counts for itself.
 */
@Configuration
class DnsAllowance implements HandlerInterceptor, WebMvcConfigurer {

    static final int AT_ONCE_OF_A_CALLER = 4;
    static final int AT_ONCE = 32;

    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final String TAKEN = DnsAllowance.class.getName();

    private static final String[] PATHS = {
        "/mail-path", "/api/v1/mail-path", "/domains/*/**", "/api/v1/zones/*/**", "/support/review/*/**"
    };

    /** Parts of the addresses at which reading asks DNS, too; everywhere else only what is sent does. */
    private static final List<String> ASKED_BY_READING = List.of(
            "/mail-path",
            "/servers",
            "/name-servers",
            "/mx/no-mail",
            "/mx/delete",
            "/switch",
            "/provider",
            "/restore",
            "/support/review/{zone}");

    private final int perMinute;
    private final Clock clock;
    private final Counter refused;
    private final Semaphore all = new Semaphore(AT_ONCE, true);
    private final ConcurrentMap<String, Share> shares = new ConcurrentHashMap<>();

    DnsAllowance(DnsProperties properties, Clock clock, MeterRegistry meters) {
        this.perMinute = properties.checksPerMinute();
        this.clock = clock;
        this.refused = Counter.builder("postlotse.dns.refused")
                .description("Requests that ask DNS and were answered with 429")
                .register(meters);
        Gauge.builder("postlotse.dns.requests", all, free -> AT_ONCE - free.availablePermits())
                .description("Requests that ask DNS at this moment, of " + AT_ONCE + " that may")
                .register(meters);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(PATHS);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Principal caller = request.getUserPrincipal();
        if (caller == null || !asks(request)) {
            return true;
        }
        Instant now = clock.instant();
        shares.values().removeIf(share -> share.isIdle(now));
        Share share = shares.computeIfAbsent(caller.getName(), name -> new Share(now));
        long wait = share.count(now, perMinute);
        if (wait == 0 && take(share)) {
            request.setAttribute(TAKEN, share);
            DnsCheck.begin();
            return true;
        }
        refused.increment();
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait)));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        return false;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(TAKEN) instanceof Share share) {
            request.removeAttribute(TAKEN);
            DnsCheck.end();
            share.free.release();
            all.release();
        }
    }

    private boolean take(Share share) {
        try {
            if (!share.free.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (all.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        share.free.release();
        return false;
    }

    /** By the address as we have declared it: as it was sent, each letter of it can be written in several ways. */
    private static boolean asks(HttpServletRequest request) {
        String address = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return !request.getMethod().equals("GET") || ASKED_BY_READING.stream().anyMatch(address::contains);
    }

    /** The share of one caller. */
    private static final class Share {

        private static final Duration MINUTE = Duration.ofMinutes(1);

        private final Semaphore free = new Semaphore(AT_ONCE_OF_A_CALLER, true);
        private Instant begin;
        private int count;

        Share(Instant begin) {
            this.begin = begin;
        }

        /** Counts a check; for how many seconds there is none left, or zero. */
        synchronized long count(Instant now, int most) {
            Instant end = begin.plus(MINUTE);
            if (!now.isBefore(end)) {
                begin = now;
                count = 0;
            }
            if (count >= most) {
                return Math.max(1, Duration.between(now, begin.plus(MINUTE)).toSeconds());
            }
            count++;
            return 0;
        }

        synchronized boolean isIdle(Instant now) {
            return free.availablePermits() == AT_ONCE_OF_A_CALLER && now.isAfter(begin.plus(MINUTE));
        }
    }
}
