package org.extenddb.worker.transfer;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.extenddb.core.api.transfer.ExportSpec;

/**
 * Names for the files of an export, 26 letters and digits as DynamoDB's have. The first half is the export's, so that its files are told
 * from those of other incremental exports in the same folder. The second half is never the same twice: a server that was thought dead and
 * goes on later spoils no file that another one has written since.
 */
final class DataFileNames {
    /** Of five bits each. */
    private static final int HALF = 13;

    private static final int RADIX = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String beginning;
    private final String ending;

    DataFileNames(ExportSpec spec, String exportId) {
        byte[] hash = DataFileWriter.md5().digest(exportId.getBytes(StandardCharsets.UTF_8));
        this.beginning = spec.dataFolder(exportId) + half(new BigInteger(1, hash));
        this.ending = spec.isIon() ? ".ion.gz" : ".json.gz";
    }

    /** The key of the next file. */
    String next() {
        return beginning + half(new BigInteger(HALF * 5, RANDOM)) + ending;
    }

    /** What the keys of all files of the export begin with. */
    String beginning() {
        return beginning;
    }

    private static String half(BigInteger number) {
        String digits = "0".repeat(HALF) + number.toString(RADIX);
        return digits.substring(digits.length() - HALF);
    }
}
