package org.extenddb.core.iam;

/** The kinds of policies that can decide, as AWS's denials call them. */
public enum PolicyType {
    IDENTITY("an", "identity-based policy"),
    RESOURCE("a", "resource-based policy"),
    BOUNDARY("a", "permissions boundary"),
    SESSION("a", "session policy"),
    TRUST("the", "role trust policy");

    private final String article;
    private final String phrase;

    PolicyType(String article, String phrase) {
        this.article = article;
        this.phrase = phrase;
    }

    /** As in "because no ... allows". */
    String phrase() {
        return phrase;
    }

    /** As in "with an explicit deny in ...". */
    String withArticle() {
        return article + " " + phrase;
    }
}
