package jp.todoke.benefits.programmes.childallowance;

/** 児童手当法第4条第2項〜第4項 — how the claimant stands to the other person who might qualify for the same child. */
public enum PriorityStanding {
    /** 生計を維持する程度が高い者（第3項） */
    HIGHER_EARNER,
    /** ほかに支給要件を満たす父母等がいない（第1項） */
    ONLY_QUALIFIED_PARENT,
    /** 他方の父母等の方が生計を維持する程度が高い（第3項） */
    OTHER_PARENT_EARNS_MORE,
    /** 同居優先: 児童と同居し、他方と生計を同じくしない（第4項） */
    LIVES_WITH_CHILD_ALONE
}
