package org.extenddb.iam;

/** A service that speaks the Query protocol, as its clients name it. */
public enum QueryService {
    IAM("iam", "2010-05-08"),
    STS("sts", "2011-06-15");

    private final String signingName;
    private final String version;

    QueryService(String signingName, String version) {
        this.signingName = signingName;
        this.version = version;
    }

    /** What stands in the scope of signatures, and before the colon of IAM actions. */
    public String signingName() {
        return signingName;
    }

    /** The value of the parameter Version; no two services have the same. */
    public String version() {
        return version;
    }

    /** The XML namespace of its answers. */
    public String namespace() {
        return "https://" + signingName + ".amazonaws.com/doc/" + version + "/";
    }
}
