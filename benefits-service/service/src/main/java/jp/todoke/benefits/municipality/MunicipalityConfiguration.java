package jp.todoke.benefits.municipality;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertySourceFactory;

/** Two fictional municipalities are there from the start; whatever an installation configures under the same code stands before them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MunicipalityProfiles.class)
@PropertySource(value = "classpath:municipalities/fictional.yaml", factory = MunicipalityConfiguration.Yaml.class)
class MunicipalityConfiguration {

    /** {@link PropertySource} reads properties files only. */
    static final class Yaml implements PropertySourceFactory {
        @Override
        public org.springframework.core.env.PropertySource<?> createPropertySource(@Nullable String name, EncodedResource resource)
                throws IOException {
            return new YamlPropertySourceLoader().load("fictional municipalities", resource.getResource()).getFirst();
        }
    }
}
