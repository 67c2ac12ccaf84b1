package jp.todoke.integration.intake;

/** How an application came. */
public enum Way {
    /** 申請管理 sent the package. */
    API,
    /** We fetched the package from マイナポータル. */
    PORTAL,
    /** 一括取込 (方式4): a row of a table. */
    IMPORT
}
