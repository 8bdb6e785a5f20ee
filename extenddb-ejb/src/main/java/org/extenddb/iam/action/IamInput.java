package org.extenddb.iam.action;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.iam.TrustPolicy;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.validation.Violations;
import org.jspecify.annotations.Nullable;

/** Reads and checks parameters that many actions have. */
public final class IamInput {
    static final int NEW_NAME = 64;
    static final int NAME = 128;

    private static final int MAX_PATH = 512;
    private static final int MIN_ARN = 20;
    private static final int MAX_ARN = 2048;
    private static final int MAX_DOCUMENT = 131_072;
    private static final int MAX_TAGS = 50;
    private static final int MAX_TAG_KEY = 128;
    private static final int MAX_TAG_VALUE = 256;

    private static final Pattern NAME_PATTERN = Pattern.compile("[\\w+=,.@-]+");
    private static final Pattern PATH_PATTERN = Pattern.compile("/|/[!-~]+/");
    private static final Pattern PREFIX_PATTERN = Pattern.compile("/[!-~]*");
    private static final Pattern POLICY_ARN = Pattern.compile("arn:aws:iam::(aws|\\d{12}):policy/[!-~]+");
    private static final Pattern TAG_PATTERN = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    private static final Pattern DOCUMENT_PATTERN = Pattern.compile("[\\t\\n\\r -\\u00FF]+");
    private static final Pattern TEXT_PATTERN = Pattern.compile("[\\t\\n\\r -~\\u00A1-\\u00FF]*");

    private IamInput() {}

    /** A name that has to be there. */
    public static String name(FormParameters in, String parameter, int max) {
        String name = in.required(parameter);
        new Violations()
                .length(FormParameters.memberName(parameter), name, 1, max)
                .check();
        if (!NAME_PATTERN.matcher(name).matches()) {
            throw invalid(MessagesIam.invalidName(FormParameters.memberName(parameter)));
        }
        return name;
    }

    /** A name; null where it is absent. */
    static @Nullable String optionalName(FormParameters in, String parameter, int max) {
        return in.find(parameter) == null ? null : name(in, parameter, max);
    }

    /** A path; a slash where it is absent. */
    static String path(FormParameters in, String parameter) {
        String path = in.find(parameter);
        if (path == null) {
            return "/";
        }
        new Violations()
                .length(FormParameters.memberName(parameter), path, 1, MAX_PATH)
                .check();
        if (!PATH_PATTERN.matcher(path).matches()) {
            throw invalid(MessagesIam.invalidPath(FormParameters.memberName(parameter)));
        }
        return path;
    }

    /** The beginning of paths that are asked for; a slash where it is absent. */
    static String pathPrefix(FormParameters in) {
        String prefix = in.find("PathPrefix");
        if (prefix == null) {
            return "/";
        }
        new Violations().length("pathPrefix", prefix, 1, MAX_PATH).check();
        if (!PREFIX_PATTERN.matcher(prefix).matches()) {
            throw invalid(MessagesIam.invalidPathPrefix("pathPrefix"));
        }
        return prefix;
    }

    /** The ARN of a managed policy. */
    public static String policyArn(FormParameters in, String parameter) {
        return policyArn(parameter, in.required(parameter));
    }

    /** The same, of a value at hand. */
    public static String policyArn(String parameter, String arn) {
        new Violations()
                .length(FormParameters.memberName(parameter), arn, MIN_ARN, MAX_ARN)
                .check();
        if (!POLICY_ARN.matcher(arn).matches()) {
            throw QueryException.of(QueryError.INVALID_INPUT, MessagesIam.invalidArn(arn));
        }
        return arn;
    }

    /** A permissions boundary; null where it is absent. */
    static @Nullable String boundary(FormParameters in) {
        return in.find("PermissionsBoundary") == null ? null : policyArn(in, "PermissionsBoundary");
    }

    /**
     * A policy document that can be compiled.
     *
     * @throws org.extenddb.core.iam.MalformedPolicyException when it cannot
     */
    static String document(FormParameters in, String parameter) {
        String document = text(in, parameter);
        PolicyDocument.parse(document);
        return document;
    }

    /** The same for the trust policy of a role. */
    static String trustPolicy(FormParameters in, String parameter) {
        String document = text(in, parameter);
        TrustPolicy.parse(document);
        return document;
    }

    /** A text up to so many characters; null where it is absent. */
    static @Nullable String optionalText(FormParameters in, String parameter, int max) {
        String text = in.find(parameter);
        new Violations()
                .length(FormParameters.memberName(parameter), text, 0, max)
                .pattern(FormParameters.memberName(parameter), text, TEXT_PATTERN)
                .check();
        return text;
    }

    /** A whole number; the default where it is absent. */
    public static int number(FormParameters in, String parameter, int min, int max, int ifAbsent) {
        String text = in.find(parameter);
        if (text == null) {
            return ifAbsent;
        }
        Integer number = text.matches("-?\\d{1,9}") ? Integer.valueOf(text) : null;
        new Violations()
                .required(FormParameters.memberName(parameter), number)
                .range(FormParameters.memberName(parameter), number, min, max)
                .check();
        return number == null ? ifAbsent : number;
    }

    static boolean bool(FormParameters in, String parameter) {
        return "true".equalsIgnoreCase(in.find(parameter));
    }

    /** Tags; empty where there are none. Keys that differ by case alone are one key. */
    public static Map<String, String> tags(FormParameters in) {
        List<Map.Entry<String, String>> sent =
                in.structures("Tags", tag -> Map.entry(tag.required("Key"), tag.required("Value")));
        Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Violations violations = new Violations().size("tags", sent, sent.size(), 0, MAX_TAGS);
        for (int i = 0; i < sent.size(); i++) {
            String member = "tags." + (i + 1) + ".member.";
            String key = sent.get(i).getKey();
            String value = sent.get(i).getValue();
            violations
                    .length(member + "key", key, 1, MAX_TAG_KEY)
                    .pattern(member + "key", key, TAG_PATTERN)
                    .length(member + "value", value, 0, MAX_TAG_VALUE)
                    .pattern(member + "value", value, TAG_PATTERN);
            if (tags.put(key, value) != null) {
                throw QueryException.of(QueryError.INVALID_INPUT, MessagesIam.DUPLICATE_TAG_KEYS);
            }
        }
        violations.check();
        return tags;
    }

    /** Keys of tags. */
    public static SortedSet<String> tagKeys(FormParameters in, String parameter) {
        List<String> keys = in.list(parameter);
        String member = FormParameters.memberName(parameter);
        Violations violations = new Violations().size(member, keys, keys.size(), 0, MAX_TAGS);
        lengths(violations, member, keys, 1, MAX_TAG_KEY);
        violations.check();
        TreeSet<String> caseless = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        caseless.addAll(keys);
        return caseless;
    }

    /** The elements of a list, each no shorter and no longer than this. */
    static List<String> texts(FormParameters in, String parameter, int min, int max) {
        List<String> texts = in.list(parameter);
        Violations violations = new Violations();
        lengths(violations, FormParameters.memberName(parameter), texts, min, max);
        violations.check();
        return texts;
    }

    /** A text of this length, if it is there. */
    static @Nullable String optional(FormParameters in, String parameter, int min, int max) {
        String text = in.find(parameter);
        new Violations()
                .length(FormParameters.memberName(parameter), text, min, max)
                .check();
        return text;
    }

    private static void lengths(Violations violations, String member, List<String> texts, int min, int max) {
        for (int i = 0; i < texts.size(); i++) {
            violations.length(member + "." + (i + 1) + ".member", texts.get(i), min, max);
        }
    }

    private static String text(FormParameters in, String parameter) {
        String document = in.required(parameter);
        new Violations()
                .length(FormParameters.memberName(parameter), document, 1, MAX_DOCUMENT)
                .pattern(FormParameters.memberName(parameter), document, DOCUMENT_PATTERN)
                .check();
        return document;
    }

    private static QueryException invalid(String message) {
        return QueryException.of(QueryError.VALIDATION_ERROR, message);
    }
}
