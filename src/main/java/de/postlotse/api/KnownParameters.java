package de.postlotse.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses parameters that a call of the API does not know: a filter with a letter mistyped would leave everything in. */
final class KnownParameters implements HandlerInterceptor {

    /** Every page and call knows it. */
    private static final String LANGUAGE = "lang";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod call && !takesAny(call)) {
            List<String> known = known(call);
            request.getParameterMap().keySet().stream()
                    .filter(name -> !known.contains(name) && !name.equals(LANGUAGE))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw ApiProblem.unknown(unknown, unknown, known);
                    });
        }
        return true;
    }

    private static boolean takesAny(HandlerMethod call) {
        return Stream.of(call.getMethod().getParameters())
                .anyMatch(parameter ->
                        parameter.isAnnotationPresent(RequestParam.class) && parameter.getType() == Map.class);
    }

    private static List<String> known(HandlerMethod call) {
        return Stream.of(call.getMethod().getParameters())
                .flatMap(KnownParameters::names)
                .sorted()
                .toList();
    }

    private static Stream<String> names(Parameter parameter) {
        if (parameter.isAnnotationPresent(ModelAttribute.class)) {
            return Stream.of(parameter.getType().getRecordComponents()).map(RecordComponent::getName);
        }
        return parameter.isAnnotationPresent(RequestParam.class) ? Stream.of(parameter.getName()) : Stream.empty();
    }
}
