package de.postlotse.web;

import de.postlotse.account.LoginRefusedException;
import de.postlotse.account.token.TokenLogin;
import de.postlotse.api.AccessRefused;
import de.postlotse.api.ApiProblem;
import de.postlotse.api.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/** Who may call what. What a caller may not see does not exist for them: 404, never 403. */
@Configuration
class SecurityConfiguration {

    /** No inline script or style anywhere. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** None of each filter: they cost every request more than the filters do. */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** The API: each request brings its own credentials and no session is kept, so there is nothing to forge. */
    @Bean
    @Order(1)
    SecurityFilterChain apiChain(
            HttpSecurity http, TokenLogin tokens, LoginChallenge challenge, ApplicationEventPublisher events)
            throws Exception {
        http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/v1/accounts/**")
                        .access(adminWithPassword())
                        .anyRequest()
                        .authenticated());
        return ofPrograms(http, tokens, challenge, events);
    }

    /**
     * The figures: for whoever reaches the port that only they are at, and else for staff, each time with their own
     * credentials.
     */
    @Bean
    @Order(2)
    SecurityFilterChain metricsChain(
            HttpSecurity http,
            TokenLogin tokens,
            LoginChallenge challenge,
            Environment environment,
            ApplicationEventPublisher events)
            throws Exception {
        http.securityMatcher("/actuator/prometheus")
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(request -> isAtManagementPort(request, environment))
                                .permitAll()
                                .anyRequest()
                                .hasAnyRole("SUPPORT", "ADMIN"));
        return ofPrograms(http, tokens, challenge, events);
    }

    /** Each request brings its own credentials. */
    private static SecurityFilterChain ofPrograms(
            HttpSecurity http, TokenLogin tokens, LoginChallenge challenge, ApplicationEventPublisher events)
            throws Exception {
        return http.httpBasic(basic -> basic.authenticationEntryPoint(challenge))
                .addFilterBefore(tokens.filter(challenge), BasicAuthenticationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(challenge).accessDeniedHandler(notFound(events)))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    private static boolean isAtManagementPort(HttpServletRequest request, Environment environment) {
        int port = environment.getProperty("local.management.port", Integer.class, -1);
        return port == request.getLocalPort()
                && port != environment.getProperty("local.server.port", Integer.class, -1);
    }

    @Bean
    @Order(3)
    SecurityFilterChain pageChain(HttpSecurity http, FormTokens tokens, WishedPage wished, EndedSession ended)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/login", "/login/part", "/help", "/error")
                        .permitAll()
                        .requestMatchers(WithoutSession.ADDRESSES)
                        .permitAll()
                        .requestMatchers("/report/*") // its address is the secret
                        .permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/*", "/actuator/info")
                        .permitAll()
                        .requestMatchers("/support/accounts/**", "/support/audit", "/support/audit.csv")
                        .hasRole("ADMIN")
                        .requestMatchers("/support/**")
                        .hasAnyRole("SUPPORT", "ADMIN")
                        .requestMatchers("/", "/kept", "/domains/**", "/account/**", "/mail-path")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .formLogin(
                        login -> login.loginPage("/login").successHandler(ended).failureHandler(ended))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .requestCache(cache -> cache.requestCache(wished))
                .logout(logout -> logout.logoutSuccessUrl("/login?bye"))
                .exceptionHandling(errors -> errors.accessDeniedHandler(ended).authenticationEntryPoint(ended))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Whoever steals a token must not make accounts with it, which would outlive the token. */
    private static AuthorizationManager<RequestAuthorizationContext> adminWithPassword() {
        return AuthorizationManagers.allOf(
                AuthorityAuthorizationManager.hasRole("ADMIN"),
                AuthorityAuthorizationManager.hasAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    private static AccessDeniedHandler notFound(ApplicationEventPublisher events) {
        return (request, response, denied) -> {
            events.publishEvent(AccessRefused.of(request));
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        };
    }

    /** Tells callers of the API the ways to log in (RFC 9110 section 11.6.1), as a problem (RFC 9457). */
    @Component
    static final class LoginChallenge implements AuthenticationEntryPoint {

        private static final String BASIC = "Basic realm=\"Postlotse\", charset=\"UTF-8\"";
        private static final String BEARER = "Bearer realm=\"Postlotse\"";

        private final ProblemWriter problems;

        LoginChallenge(ProblemWriter problems) {
            this.problems = problems;
        }

        @Override
        public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
                throws IOException {
            if (failure instanceof LoginRefusedException refused) {
                problems.write(
                        new ApiProblem(
                                        HttpStatus.TOO_MANY_REQUESTS,
                                        refused.isPaused() ? "login-paused" : "too-many-logins")
                                .retryAfter(refused.retryAfterSeconds()),
                        request,
                        response);
                return;
            }
            boolean invalidToken = failure instanceof TokenLogin.InvalidTokenException;
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, BASIC);
            response.addHeader(
                    HttpHeaders.WWW_AUTHENTICATE, invalidToken ? BEARER + ", error=\"invalid_token\"" : BEARER);
            problems.write(ApiProblem.of(HttpStatus.UNAUTHORIZED), request, response);
        }
    }
}
