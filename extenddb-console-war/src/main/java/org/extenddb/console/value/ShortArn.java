package org.extenddb.console.value;

/** What an ARN is about, without the service, region and account that a list's others have in common. */
public final class ShortArn {
    private static final int PARTS = 6;

    private ShortArn() {}

    /** Such as {@code table/orders}; anything but an ARN as it is. */
    public static String of(String text) {
        String[] parts = text.split(":", PARTS);
        return text.startsWith("arn:") && parts.length == PARTS ? parts[PARTS - 1] : text;
    }
}
