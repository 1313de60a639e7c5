package dev.broadsheet.account.passkey;

import static java.util.Objects.requireNonNull;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import dev.broadsheet.installation.Digest;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Checks what a browser says that an authenticator did. Whoever holds the authenticator must be there; that it tells who
 * it is (a finger, a number) is preferred, not demanded. Who made the authenticator is not asked. Thread-safe.
 */
final class Ceremony {
    private static final Logger LOG = LoggerFactory.getLogger(Ceremony.class);

    /** The signatures that are understood, by their numbers in COSE, the preferred first. */
    static final List<Long> ALGORITHMS = List.of(-8L, -7L, -257L);

    private static final List<PublicKeyCredentialParameters> PARAMETERS = List.of(
            parameters(COSEAlgorithmIdentifier.EdDSA),
            parameters(COSEAlgorithmIdentifier.ES256),
            parameters(COSEAlgorithmIdentifier.RS256));

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(converter);
    private final Passkeys passkeys;
    private final Clock clock;

    Ceremony(Passkeys passkeys, Clock clock) {
        this.passkeys = passkeys;
        this.clock = clock;
    }

    /** By which authenticators know a person: nothing can be told from it. */
    static byte[] handle(long person) {
        return Digest.sha256("broadsheet passkey " + person);
    }

    /** The passkey that was made; empty if the answer proves nothing. */
    Optional<Passkey> made(JsonNode answer, RelyingParty party, String challenge, long person, String name) {
        if (!isWhole(answer, "clientDataJSON", "attestationObject")) {
            return Optional.empty();
        }
        try {
            RegistrationData data = manager.verifyRegistrationResponseJSON(
                    answer.toString(), new RegistrationParameters(property(party, challenge), PARAMETERS, false, true));
            // What was verified is whole.
            AuthenticatorData<?> authenticator =
                    requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData credential = requireNonNull(authenticator.getAttestedCredentialData());
            Set<AuthenticatorTransport> transports = data.getTransports();
            return Optional.of(new Passkey(
                    encoded(credential.getCredentialId()),
                    person,
                    name,
                    encoded(keys.convert(credential)),
                    authenticator.getSignCount(),
                    authenticator.isFlagUV(),
                    authenticator.isFlagBE(),
                    authenticator.isFlagBS(),
                    transports == null
                            ? List.of()
                            : transports.stream()
                                    .map(AuthenticatorTransport::getValue)
                                    .sorted()
                                    .toList(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    null));
        } catch (WebAuthnException | IllegalArgumentException e) {
            LOG.info("A passkey was not added: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** The passkey that signed, noting that it did; empty if the answer proves nothing. */
    Optional<Passkey> signed(JsonNode answer, RelyingParty party, String challenge) {
        if (!isWhole(answer, "clientDataJSON", "authenticatorData", "signature", "userHandle")) {
            return Optional.empty();
        }
        try {
            AuthenticationData data = manager.parseAuthenticationResponseJSON(answer.toString());
            Optional<Passkey> known = known(data);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            manager.verify(
                    data,
                    new AuthenticationParameters(property(party, challenge), record(known.get()), null, false, true));
            AuthenticatorData<?> authenticator = requireNonNull(data.getAuthenticatorData());
            boolean noted = passkeys.used(
                    known.get(), authenticator.getSignCount(), authenticator.isFlagUV(), authenticator.isFlagBS());
            return noted ? known : Optional.empty();
        } catch (WebAuthnException | IllegalArgumentException e) {
            LOG.info("A passkey did not sign in: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** The passkey that an answer names, if it is that of the person it names. Neither name is missing: both were asked for. */
    @SuppressWarnings("NullAway") // The library's annotation is read as if single bytes might be null.
    private Optional<Passkey> known(AuthenticationData data) {
        return passkeys.byCredential(encoded(data.getCredentialId()))
                .filter(passkey -> isOf(data.getUserHandle(), passkey.person()));
    }

    /** The library stumbles over what is missing. */
    private static boolean isWhole(JsonNode answer, String... parts) {
        JsonNode response = answer.path("response");
        return Stream.of("id", "rawId", "type")
                        .allMatch(part -> answer.path(part).isString())
                && Stream.of(parts).allMatch(part -> response.path(part).isString());
    }

    private static boolean isOf(byte[] handle, long person) {
        return handle != null && MessageDigest.isEqual(handle, handle(person));
    }

    private CredentialRecord record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                passkey.userVerified(),
                passkey.backupEligible(),
                passkey.backedUp(),
                passkey.signCount(),
                keys.convert(Base64.getUrlDecoder().decode(passkey.publicKey())),
                null,
                null,
                null,
                null);
    }

    private static ServerProperty property(RelyingParty party, String challenge) {
        return ServerProperty.builder()
                .origin(Origin.create(party.origin()))
                .rpId(party.id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static PublicKeyCredentialParameters parameters(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
