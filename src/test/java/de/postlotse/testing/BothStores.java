package de.postlotse.testing;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.springframework.beans.factory.annotation.ParameterResolutionDelegate;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextManager;

/** Runs a test class once with each store; its constructor and its fields get beans of the application that uses it. */
final class BothStores implements ClassTemplateInvocationContextProvider {

    @WholeApplication
    private static final class OnH2 {}

    @WholeApplicationOnPostgres
    private static final class OnPostgres {}

    @Override
    public boolean supportsClassTemplate(ExtensionContext test) {
        return true;
    }

    @Override
    public Stream<Store> provideClassTemplateInvocationContexts(ExtensionContext test) {
        return Stream.of(new Store("on H2", OnH2.class), new Store("on PostgreSQL", OnPostgres.class));
    }

    private record Store(String name, TestContext application)
            implements ClassTemplateInvocationContext, ParameterResolver, TestInstancePostProcessor {

        Store(String name, Class<?> application) {
            this(name, new TestContextManager(application).getTestContext());
        }

        @Override
        public String getDisplayName(int invocation) {
            return name;
        }

        @Override
        public void prepareInvocation(ExtensionContext test) {
            if (test.getRequiredTestClass().getAnnotation(OnBothStores.class).atRest()) {
                RunningPostlotse postlotse = application.getApplicationContext().getBean(RunningPostlotse.class);
                test.getStore(ExtensionContext.Namespace.create(Store.class)).put("rest", postlotse.rest());
            }
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public void postProcessTestInstance(Object test, ExtensionContext context) {
            beans().autowireBean(test);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getDeclaringExecutable() instanceof Constructor;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return ParameterResolutionDelegate.resolveDependency(
                    parameter.getParameter(), parameter.getIndex(), test.getRequiredTestClass(), beans());
        }

        private AutowireCapableBeanFactory beans() {
            return application.getApplicationContext().getAutowireCapableBeanFactory();
        }
    }
}
