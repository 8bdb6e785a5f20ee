package org.extenddb.transfer.store;

import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.core.object.ObjectStoreException.Reason;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What the answers of an S3 server mean. */
final class S3Failures {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private S3Failures() {}

    static ObjectStoreException of(SdkException e) {
        return new ObjectStoreException(reason(e), message(e), e);
    }

    static boolean isNotFound(SdkException e) {
        return status(e) == NOT_FOUND;
    }

    static boolean isBeyondEnd(SdkException e) {
        return status(e) == RANGE_NOT_SATISFIABLE;
    }

    private static Reason reason(SdkException e) {
        return switch (code(e)) {
            case "NoSuchBucket" -> Reason.NO_SUCH_BUCKET;
            case "NoSuchKey" -> Reason.NO_SUCH_KEY;
            case "InvalidBucketName", "KeyTooLongError" -> Reason.INVALID_NAME;
            default -> status(e) == FORBIDDEN ? Reason.ACCESS_DENIED : Reason.UNAVAILABLE;
        };
    }

    private static String message(SdkException e) {
        String message = e instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? service.awsErrorDetails().errorMessage()
                : null;
        return message == null ? "The object store could not be reached or did not do it" : message;
    }

    private static String code(SdkException e) {
        String code = e instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? service.awsErrorDetails().errorCode()
                : null;
        return code == null ? "" : code;
    }

    private static int status(SdkException e) {
        return e instanceof AwsServiceException service ? service.statusCode() : 0;
    }
}
