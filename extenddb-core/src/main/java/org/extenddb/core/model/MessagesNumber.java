package org.extenddb.core.model;

/** DynamoDB's bare words for texts that are no valid numbers. They stand with the model, which the other texts depend on. */
public final class MessagesNumber {
    public static final String OVERFLOW =
            "Number overflow. Attempting to store a number with magnitude larger than supported range";
    public static final String UNDERFLOW =
            "Number underflow. Attempting to store a number with magnitude smaller than supported range";
    public static final String TOO_PRECISE = "Attempting to store more than 38 significant digits in a Number";

    private MessagesNumber() {}

    public static String notANumber(String text) {
        return "The parameter cannot be converted to a numeric value: " + text;
    }

    /** The same text as DynamoDB's older layer has it: nothing stands for a number that is empty. */
    public static String inOlderLayer(String message) {
        return message.equals(notANumber("")) ? "The parameter cannot be converted to a numeric value" : message;
    }
}
