package jp.todoke.doubles.persons;

/** 宛名番号 together with the municipality whose number it is; {@code *} stands for any municipality or any first digits. */
record PersonKey(String municipalityCode, String atenabango) {

    /** The row of the built-in set that serves this number by its last three digits. */
    PersonKey byLastDigits() {
        return new PersonKey("*", "*" + atenabango.substring(atenabango.length() - 3));
    }

    void check() {
        Rows.require(municipalityCode != null && municipalityCode.matches("[0-9]{6}|[*]"), "municipalityCode must be 6 digits");
        Rows.require(atenabango != null && atenabango.matches("[0-9]{15}|[*][0-9]{3}"), "atenabango must be 15 digits");
    }
}
