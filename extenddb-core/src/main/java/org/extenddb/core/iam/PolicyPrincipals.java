package org.extenddb.core.iam;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.extenddb.core.error.MessagesPolicy;
import org.extenddb.core.identity.IdentityKind;
import org.jspecify.annotations.Nullable;

/**
 * The users and roles that the policy of a resource or of a role names, as they stand in its text. IAM keeps their unique ids in place of
 * their ARNs, so that whoever is made anew under a name inherits nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
public final class PolicyPrincipals {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Pattern PLACE = Pattern.compile("/Statement(/\\d+)?/(Not)?Principal/AWS(/\\d+)?");
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:(user|role)/.+");
    private static final Pattern ID = Pattern.compile(
            "(" + IdentityKind.USER.idPrefix() + "|" + IdentityKind.ROLE.idPrefix() + ")[A-Z0-9]{12,124}");

    private PolicyPrincipals() {}

    /** Whether it is the ARN of a user or a role. */
    public static boolean isArn(String name) {
        return ARN.matcher(name).matches();
    }

    /** Whether it is the unique id of a user or a role. */
    public static boolean isId(String name) {
        return ID.matcher(name).matches();
    }

    /**
     * The ARNs and unique ids of users and roles in a policy that has been parsed.
     *
     * @throws MalformedPolicyException when it is no JSON
     */
    public static Set<String> names(String json) {
        Set<String> names = new LinkedHashSet<>();
        replace(json, name -> {
            names.add(name);
            return name;
        });
        return names;
    }

    /** The same of several policies. */
    public static Set<String> names(Collection<String> policies) {
        Set<String> names = new LinkedHashSet<>();
        policies.forEach(policy -> names.addAll(names(policy)));
        return names;
    }

    /**
     * The policy with other names of users and roles; everything else stays to the letter.
     *
     * @param replacement null for one who is not there
     * @throws MalformedPolicyException when somebody is not there, or it is no JSON
     */
    public static String replace(String json, Function<String, @Nullable String> replacement) {
        StringBuilder replaced = new StringBuilder(json.length());
        int copied = 0;
        try (JsonParser parser = FACTORY.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && isPrincipal(parser)) {
                    String name = parser.getText();
                    String other = replacement.apply(name);
                    if (other == null) {
                        throw new MalformedPolicyException(MessagesPolicy.invalidPrincipal("AWS", name));
                    }
                    if (!other.equals(name)) {
                        int start = (int) parser.currentTokenLocation().getCharOffset();
                        replaced.append(json, copied, start).append('"');
                        replaced.append(JsonStringEncoder.getInstance().quoteAsString(other))
                                .append('"');
                        copied = (int) parser.currentLocation().getCharOffset();
                    }
                }
            }
        } catch (IOException e) {
            throw new MalformedPolicyException(MessagesPolicy.NOT_JSON);
        }
        return copied == 0 ? json : replaced.append(json, copied, json.length()).toString();
    }

    private static boolean isPrincipal(JsonParser parser) throws IOException {
        String name = parser.getText();
        return (isArn(name) || isId(name))
                && PLACE.matcher(parser.getParsingContext().pathAsPointer().toString())
                        .matches();
    }
}
