package dev.broadsheet.account.passkey;

import dev.broadsheet.account.Person;
import java.util.List;
import java.util.Map;

/** What a browser is asked for, as JSON that the standard defines; bytes are in base64url. */
final class PasskeyOptions {
    private static final int TIMEOUT_MILLIS = 300_000;
    private static final String PREFERRED = "preferred";

    private PasskeyOptions() {}

    /** To make a passkey that tells by itself whose it is. */
    static Map<String, Object> creation(
            RelyingParty party, String siteName, Person person, String challenge, List<Passkey> known) {
        return Map.of(
                "challenge", challenge,
                "rp", Map.of("id", party.id(), "name", siteName),
                "user",
                        Map.of(
                                "id", Ceremony.encoded(Ceremony.handle(person.number())),
                                "name", person.name(),
                                "displayName", person.title()),
                "pubKeyCredParams",
                        Ceremony.ALGORITHMS.stream()
                                .map(number -> Map.of("type", "public-key", "alg", number))
                                .toList(),
                "excludeCredentials",
                        known.stream().map(PasskeyOptions::descriptor).toList(),
                "authenticatorSelection",
                        Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", PREFERRED),
                "attestation", "none",
                "timeout", TIMEOUT_MILLIS);
    }

    /** To sign with any passkey for this site. */
    static Map<String, Object> request(RelyingParty party, String challenge) {
        return Map.of(
                "challenge", challenge,
                "rpId", party.id(),
                "userVerification", PREFERRED,
                "timeout", TIMEOUT_MILLIS);
    }

    private static Map<String, Object> descriptor(Passkey passkey) {
        return Map.of("type", "public-key", "id", passkey.credential(), "transports", passkey.transports());
    }
}
