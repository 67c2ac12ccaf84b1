package jp.todoke.tenancy;

import jp.todoke.contracts.CheckDigits;

/**
 * 全国地方公共団体コード.
 *
 * @param code six digits, check digit included
 */
public record Municipality(String code) {
    public Municipality {
        if (!CheckDigits.isMunicipality(code)) {
            throw new IllegalArgumentException("a municipality code has six digits, of which the last checks the others");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
