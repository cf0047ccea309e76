package de.postlotse.web;

import de.postlotse.account.TokenLogin;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may call what. What a caller may not see does not exist for them: 404, never 403. */
@Configuration
class SecurityConfiguration {

    /** No inline script or style anywhere; the style sheet brings small pictures as data. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The API: each request brings its own credentials and no session is kept, so there is nothing to forge. */
    @Bean
    @Order(1)
    SecurityFilterChain apiChain(HttpSecurity http, TokenLogin tokens, LoginChallenge challenge) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/v1/accounts/**")
                        .access(adminWithPassword())
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(challenge))
                .addFilterBefore(tokens.filter(challenge), BasicAuthenticationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(challenge).accessDeniedHandler(notFound()))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageChain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/login", "/help", "/webjars/**", "/css/**", "/js/**", "/icon.svg", "/error")
                        .permitAll()
                        .requestMatchers("/report/*") // its address is the secret
                        .permitAll()
                        .requestMatchers("/actuator/health", "/actuator/info")
                        .permitAll()
                        .requestMatchers("/support/accounts/**")
                        .hasRole("ADMIN")
                        .requestMatchers("/support/**")
                        .hasAnyRole("SUPPORT", "ADMIN")
                        .requestMatchers("/", "/domains/**", "/account/**", "/mail-path")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .formLogin(login ->
                        login.loginPage("/login").defaultSuccessUrl("/").failureHandler(new LoginFailure()))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()))
                .logout(logout -> logout.logoutSuccessUrl("/login?bye"))
                .exceptionHandling(errors -> errors.accessDeniedHandler(notFound()))
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

    /** In a cookie: whoever only looks at the log-in page needs no session in the store. */
    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("postlotse-form");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private static AccessDeniedHandler notFound() {
        return (request, response, denied) -> response.sendError(
                denied instanceof CsrfException ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
    }
}
