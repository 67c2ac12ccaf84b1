package jp.todoke.benefits.cases;

import jp.todoke.benefits.programmes.childallowance.ChildAllowance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CasesConfiguration {
    /** Read once: a wrong row in the parameters stops the start, not a decision. */
    @Bean
    ChildAllowance childAllowance() {
        return ChildAllowance.load();
    }
}
