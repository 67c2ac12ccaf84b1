package jp.todoke.integration.intake.portal;

/** The portal did not do what was asked, and will be asked again. Carries the kind of the trouble, no text of the portal. */
final class PortalTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final String ANOTHER_APPLICATION = "ANOTHER_APPLICATION";
    static final String HASH_DIFFERS = "HASH_DIFFERS";

    PortalTrouble(String trouble) {
        super(trouble, null, false, false);
    }

    static PortalTrouble unexpected(PortalReply reply) {
        return switch (reply) {
            case PortalReply.Unavailable away -> new PortalTrouble(away.trouble());
            case PortalReply.Rejected refused -> new PortalTrouble("REJECTED_" + refused.code());
            default -> throw new IllegalStateException("the route answered with " + reply.getClass().getSimpleName());
        };
    }

    /** The kind of any failure, for the row. */
    static String of(Throwable cause) {
        return cause instanceof PortalTrouble known && known.getMessage() != null ? known.getMessage() : cause.getClass().getSimpleName();
    }
}
