package jp.todoke.benefits.cases;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CasesConfiguration {
    /** The programmes, each a line. Their parameters are read once: a wrong row stops the start, not a decision. */
    @Bean
    Programmes programmes() {
        return new Programmes(List.of(
                new ChildAllowanceCase(ChildAllowanceEntitlement.load()),
                new ChildRearingCase(ChildRearingEntitlement.load())));
    }
}
