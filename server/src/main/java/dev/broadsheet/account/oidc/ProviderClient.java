package dev.broadsheet.account.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Speaks OpenID Connect with one provider. Thread-safe. */
final class ProviderClient implements AutoCloseable {
    /** Signatures that need no secret to check. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512,
            JWSAlgorithm.Ed25519);

    private static final Scope SCOPE = new Scope("openid", "profile", "email");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration KEYS_KEPT = Duration.ofMinutes(10);
    private static final Duration DOCUMENT_KEPT = Duration.ofHours(1);

    /** By which the provider's clock may differ from ours. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** What the provider's document says, and its keys. */
    private record Discovered(OIDCProviderMetadata document, JWKSource<SecurityContext> keys, Instant at) {}

    private final OidcProvider provider;
    private final Clock clock;
    private final ProviderRequests requests;
    private volatile @Nullable Discovered discovered;

    ProviderClient(OidcProvider provider, Clock clock) {
        this(provider, clock, PATIENCE);
    }

    ProviderClient(OidcProvider provider, Clock clock, Duration patience) {
        this.provider = provider;
        this.clock = clock;
        this.requests = new ProviderRequests(provider, patience);
    }

    OidcProvider provider() {
        return provider;
    }

    /** Where to send the browser. */
    URI begin(Attempt attempt, URI callback) throws OidcException {
        OIDCProviderMetadata document = discover().document();
        return new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, new ClientID(provider.clientId()), callback)
                .endpointURI(document.getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Exchanges the code that the browser brought back, and checks all that is said. */
    Vouched finish(Attempt attempt, String code, URI callback) throws OidcException {
        Discovered found = discover();
        OIDCTokenResponse tokens = tokens(found.document(), attempt, code, callback);
        JWT token = tokens.getOIDCTokens().getIDToken();
        if (token == null) {
            throw new OidcException("the provider sent no ID token");
        }
        JWTClaimsSet claims = verified(found.keys(), token, attempt);
        UserInfo said = new UserInfo(claims);
        URI more = found.document().getUserInfoEndpointURI();
        if (more != null && (said.getEmailAddress() == null || said.getPreferredUsername() == null)) {
            said.putAll(userInfo(more, tokens, said));
        }
        return new Vouched(
                provider.issuer().toString(),
                said.getSubject().getValue(),
                Objects.toString(said.getEmailAddress(), ""),
                Boolean.TRUE.equals(said.getEmailVerified()),
                Objects.toString(said.getName(), ""),
                Objects.toString(said.getPreferredUsername(), ""));
    }

    private OIDCTokenResponse tokens(OIDCProviderMetadata document, Attempt attempt, String code, URI callback)
            throws OidcException {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), callback, new CodeVerifier(attempt.verifier()));
        URI endpoint = document.getTokenEndpointURI();
        TokenRequest request = provider.secret().isEmpty()
                ? new TokenRequest(endpoint, new ClientID(provider.clientId()), grant, null)
                : new TokenRequest(endpoint, authentication(document), grant, null);
        try {
            TokenResponse response =
                    OIDCTokenResponseParser.parse(request.toHTTPRequest().send(requests));
            if (response instanceof OIDCTokenResponse tokens) {
                return tokens;
            }
            ErrorObject error = response.toErrorResponse().getErrorObject();
            throw new OidcException("the provider refused the code: " + error.getCode());
        } catch (ParseException | IOException e) {
            throw new OidcException("the provider's tokens cannot be had: " + e.getMessage(), e);
        }
    }

    private ClientAuthentication authentication(OIDCProviderMetadata document) {
        ClientID client = new ClientID(provider.clientId());
        Secret secret = new Secret(provider.secret().reveal());
        List<ClientAuthenticationMethod> methods = document.getTokenEndpointAuthMethods();
        boolean post = methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return post ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret);
    }

    private JWTClaimsSet verified(JWKSource<SecurityContext> keys, JWT token, Attempt attempt) throws OidcException {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        JWTClaimsSet expected = new JWTClaimsSet.Builder()
                .issuer(provider.issuer().toString())
                .claim("nonce", attempt.nonce())
                .build();
        DefaultJWTClaimsVerifier<SecurityContext> verifier =
                new DefaultJWTClaimsVerifier<>(provider.clientId(), expected, Set.of("sub", "exp", "iat")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        verifier.setMaxClockSkew((int) SKEW.toSeconds());
        processor.setJWTClaimsSetVerifier(verifier);
        try {
            JWTClaimsSet claims = processor.process(token, null);
            Object party = claims.getClaim("azp");
            if (party == null ? claims.getAudience().size() > 1 : !party.equals(provider.clientId())) {
                throw new OidcException("the ID token was given to another program");
            }
            return claims;
        } catch (BadJOSEException | JOSEException e) {
            throw new OidcException("the ID token does not hold: " + e.getMessage(), e);
        }
    }

    private UserInfo userInfo(URI endpoint, OIDCTokenResponse tokens, UserInfo said) throws OidcException {
        try {
            UserInfoResponse response = UserInfoResponse.parse(
                    new UserInfoRequest(endpoint, tokens.getOIDCTokens().getBearerAccessToken())
                            .toHTTPRequest()
                            .send(requests));
            if (!response.indicatesSuccess()) {
                throw new OidcException("the provider does not say who it is");
            }
            UserInfo more = response.toSuccessResponse().getUserInfo();
            if (more == null || !said.getSubject().equals(more.getSubject())) {
                throw new OidcException("the provider speaks of two people at once");
            }
            return more;
        } catch (ParseException | IOException e) {
            throw new OidcException("the provider does not say who it is: " + e.getMessage(), e);
        }
    }

    private Discovered discover() throws OidcException {
        Discovered known = discovered;
        if (known != null && known.at().plus(DOCUMENT_KEPT).isAfter(clock.instant())) {
            return known;
        }
        try {
            String issuer = provider.issuer().toString();
            String slash = issuer.endsWith("/") ? "" : "/";
            URI address = URI.create(issuer + slash + ".well-known/openid-configuration");
            OIDCProviderMetadata document = OIDCProviderMetadata.parse(
                    requests.retrieveResource(address.toURL()).getContent());
            if (!document.getIssuer().getValue().equals(issuer)) {
                throw new OidcException("the provider calls itself " + document.getIssuer());
            }
            allowed(document.getAuthorizationEndpointURI());
            allowed(document.getTokenEndpointURI());
            URI keys = allowed(document.getJWKSetURI());
            known = new Discovered(document, keySource(keys), clock.instant());
            discovered = known;
            return known;
        } catch (ParseException | IOException e) {
            throw new OidcException("the provider's document cannot be had: " + e.getMessage(), e);
        }
    }

    private URI allowed(@Nullable URI address) throws OidcException {
        if (address == null || !provider.allows(address)) {
            throw new OidcException("the provider's document leads to " + address
                    + ", which is none of the hosts that the settings name");
        }
        return address;
    }

    private JWKSource<SecurityContext> keySource(URI address) throws MalformedURLException {
        return JWKSourceBuilder.<SecurityContext>create(address.toURL(), requests)
                .cache(KEYS_KEPT.toMillis(), 2 * PATIENCE.toMillis())
                .refreshAheadCache(false)
                .build();
    }

    @Override
    public void close() {
        requests.close();
    }
}
