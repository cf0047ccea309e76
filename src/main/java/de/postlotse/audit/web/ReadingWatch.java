package de.postlotse.audit.web;

import de.postlotse.account.AuditNews;
import de.postlotse.dns.TypedName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells when staff have looked at a customer's zone, on whichever page or call, and when somebody took a file away. */
@Configuration
class ReadingWatch implements HandlerInterceptor, WebMvcConfigurer {

    private final ApplicationEventPublisher events;

    ReadingWatch(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        String username = request.getRemoteUser();
        if (username == null || !request.getMethod().equals("GET") || response.getStatus() >= 400) {
            return;
        }
        if (address(request).endsWith(".csv")) {
            tell(AuditNews.Kind.EXPORTED, username, request, request.getRequestURI());
        } else if (zone(request) != null && isStaff(request)) {
            tell(AuditNews.Kind.ZONE_READ, username, request, zone(request));
        }
    }

    private void tell(AuditNews.Kind kind, String username, HttpServletRequest request, @Nullable String subject) {
        String detail = kind == AuditNews.Kind.EXPORTED ? Objects.requireNonNullElse(request.getQueryString(), "") : "";
        events.publishEvent(new AuditNews(
                kind, username, Objects.requireNonNullElse(subject, ""), request.getRemoteAddr(), detail));
    }

    /** As we have declared it: as it was sent, each letter of it can be written in several ways. */
    private static String address(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private static boolean isStaff(HttpServletRequest request) {
        return request.isUserInRole("SUPPORT") || request.isUserInRole("ADMIN");
    }

    private static @Nullable String zone(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("zone") instanceof String typed
                ? nameOf(typed)
                : null;
    }

    /** The name that the zone has, in however many ways it can be typed: admins look for that one. */
    private static String nameOf(String typed) {
        return TypedName.read(typed) instanceof TypedName.Valid valid
                ? valid.name().toString()
                : typed;
    }
}
