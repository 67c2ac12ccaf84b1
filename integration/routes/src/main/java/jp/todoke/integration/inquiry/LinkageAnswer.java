package jp.todoke.integration.inquiry;

/**
 * The outcomes of an inquiry. Each asks for another next step of the case, so none may stand for another: a copy that is not
 * registered says nothing about the person, and 未申告 is not an income of 0 yen.
 */
public sealed interface LinkageAnswer {

    /** 提供あり. */
    record Provided(Information information) implements LinkageAnswer {}

    /** 該当なし: the person is known to the provider, the thing asked for does not exist. */
    record NotApplicable() implements LinkageAnswer {}

    /** 未申告: nobody has declared the income. */
    record Undeclared() implements LinkageAnswer {}

    /** 副本未登録: the provider has not registered its data yet. */
    record NoCopy() implements LinkageAnswer {}

    /** 符号なし: the network cannot name the person yet. */
    record NoLinkageCode() implements LinkageAnswer {}

    /** 該当者なし. */
    record PersonUnknown() implements LinkageAnswer {}

    /** Several persons fit. */
    record Ambiguous() implements LinkageAnswer {}

    /** 提供不可: the provider says no. */
    record Refused() implements LinkageAnswer {}

    /** The 照合リスト does not permit the question; found by us before sending, or by the network's core. */
    record NotPermitted() implements LinkageAnswer {}

    /** 照会先なし: the place of which it is asked is abroad or not known; nothing was sent. */
    record NoProvider() implements LinkageAnswer {}

    /** 版不整合, or a layout that we cannot read. */
    record LayoutMismatch() implements LinkageAnswer {}

    /** The answer is about somebody or something else than was asked. It is kept and never applied. */
    record AnotherPerson() implements LinkageAnswer {}

    /** The result was not fetched in time and is gone. */
    record Expired() implements LinkageAnswer {}

    /**
     * Nobody was reached. As a reply of one step it means that the outcome is not known and the step is repeated; as the
     * answer of an inquiry that repeating was given up.
     *
     * @param trouble kind of the trouble, never the text of an exception
     */
    record Unavailable(String trouble) implements LinkageAnswer, PeerReply {}
}
