package jp.todoke.integration.intake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import jp.todoke.api.linkage.model.Application;
import jp.todoke.api.linkage.model.ChildRearingDeclaration;
import jp.todoke.api.linkage.model.Procedure;
import org.jspecify.annotations.Nullable;

/**
 * application.xml of 認定請求, by the form that its namespace names: form only. Whether somebody is entitled is not judged here; an item that
 * cannot be true, such as a birth after the day of arrival, is a mistake of the form.
 */
final class ApplicationReader {
    static final String FILE = "application.xml";

    /** The forms that are taken, each with the procedure it is for. */
    enum Form {
        CHILD_ALLOWANCE("urn:todoke:child-allowance:1", Procedure.CHILD_ALLOWANCE_NEW),
        CHILD_REARING("urn:todoke:child-rearing-allowance:1", Procedure.CHILD_REARING_ALLOWANCE_NEW);

        private final String namespace;
        private final Procedure procedure;

        Form(String namespace, Procedure procedure) {
            this.namespace = namespace;
            this.procedure = procedure;
        }

        String namespace() {
            return namespace;
        }

        Procedure procedure() {
            return procedure;
        }

        private static Form in(@Nullable String namespace) {
            return Arrays.stream(values()).filter(form -> form.namespace.equals(namespace)).findFirst().orElseThrow();
        }

        /** The form of a procedure; nothing when it is none that is taken. */
        static @Nullable Form of(@Nullable String procedure) {
            return Arrays.stream(values()).filter(form -> form.procedure.getValue().equals(procedure)).findFirst().orElse(null);
        }
    }

    /**
     * What was filled in.
     *
     * @param childRearing absent for 児童手当
     */
    record Filled(Form form, Application application, @Nullable ChildRearingDeclaration childRearing) {}

    private final Findings findings;
    private final LocalDate arrived;

    /** @param arrived day of arrival in Japan; nothing in the form may lie after it */
    ApplicationReader(Findings findings, LocalDate arrived) {
        this.findings = findings;
        this.arrived = arrived;
    }

    /** The application, incomplete when there are findings; nothing when it is no form that is taken. */
    @Nullable
    Filled read(byte[] xml) {
        XmlItems root = XmlItems.root(xml, FILE,
                Arrays.stream(Form.values()).map(Form::namespace).collect(Collectors.toUnmodifiableSet()), "application", findings);
        return root == null ? null : read(Form.in(root.namespace()), root);
    }

    Filled read(Form form, XmlItems root) {
        var items = new FormItems(findings, arrived);
        return switch (form) {
            case CHILD_ALLOWANCE -> new Filled(form, new ChildAllowanceForm(items).read(root), null);
            case CHILD_REARING -> {
                var childRearing = new ChildRearingForm(items);
                yield new Filled(form, childRearing.application(root), childRearing.declaration(root));
            }
        };
    }
}
