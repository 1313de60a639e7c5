package dev.broadsheet.account.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.broadsheet.installation.Digest;
import dev.broadsheet.installation.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A provider on this machine that does as it should until a test tells it otherwise. */
final class ScriptedProvider implements AutoCloseable {
    static final String CLIENT = "broadsheet";
    static final String SECRET = "the client's secret";

    private static final RSAKey KEY = key("one");
    private static final RSAKey OTHER_KEY = key("one");

    /** What somebody agreed to, who has been sent back with a code. */
    private record Grant(String subject, String nonce, String challenge) {}

    /** The paths that were asked, in order. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    volatile UnaryOperator<JWTClaimsSet.Builder> claims = builder -> builder;
    volatile UnaryOperator<String> document = json -> json;
    volatile UnaryOperator<String> tokens = json -> json;
    volatile Map<String, Object> userInfo = Map.of();
    volatile boolean unsigned;
    volatile boolean signedByAnother;
    volatile boolean codesHoldForEver;
    volatile int tokenStatus = 200;
    volatile String tokensMovedTo = "";
    volatile long delayMillis;

    private final HttpServer server;
    private final InstantSource clock;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final AtomicInteger codes = new AtomicInteger();

    ScriptedProvider(InstantSource clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What the settings of this provider are called. */
    Map<String, String> settings() {
        return Map.of(
                "oidc.test.issuer",
                issuer(),
                "oidc.test.client-id",
                CLIENT,
                "oidc.test.client-secret",
                SECRET,
                "oidc.test.label",
                "The University");
    }

    /** Somebody signs in at the provider and agrees: what they are sent back with. */
    String agree(URI authorization, String subject) {
        Map<String, String> asked = parameters(authorization.getRawQuery());
        String code = "code-" + codes.incrementAndGet();
        grants.put(code, new Grant(subject, asked.getOrDefault("nonce", ""), asked.getOrDefault("code_challenge", "")));
        return "code=" + code + "&state=" + asked.get("state");
    }

    static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        try (exchange) {
            if (delayMillis > 0) {
                Thread.sleep(delayMillis);
            }
            switch (path) {
                case "/.well-known/openid-configuration" -> send(exchange, 200, document.apply(document()));
                case "/jwks" -> send(exchange, 200, new JWKSet(KEY.toPublicJWK()).toString());
                case "/token" -> token(exchange);
                case "/userinfo" -> send(exchange, 200, json(userInfo));
                default -> send(exchange, 404, "{}");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (JOSEException e) {
            throw new IOException(e);
        }
    }

    private String document() {
        return json(new TreeMap<>(Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "userinfo_endpoint",
                issuer() + "/userinfo",
                "jwks_uri",
                issuer() + "/jwks",
                "subject_types_supported",
                List.of("public"),
                "response_types_supported",
                List.of("code"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"))));
    }

    private void token(HttpExchange exchange) throws IOException, JOSEException {
        Map<String, String> form =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!tokensMovedTo.isEmpty()) {
            exchange.getResponseHeaders().set("Location", tokensMovedTo);
            send(exchange, 307, "");
            return;
        }
        String code = form.getOrDefault("code", "");
        Grant grant = codesHoldForEver ? grants.get(code) : grants.remove(code);
        if (tokenStatus != 200 || grant == null || !isClient(exchange) || !isVerified(form, grant)) {
            send(exchange, tokenStatus == 200 ? 400 : tokenStatus, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String idToken = idToken(grant);
        send(
                exchange,
                200,
                tokens.apply(json(Map.of(
                        "access_token", "access", "token_type", "Bearer", "expires_in", 300, "id_token", idToken))));
    }

    private static boolean isClient(HttpExchange exchange) {
        String sent = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String expected = Base64.getEncoder()
                .encodeToString(
                        (CLIENT + ":" + SECRET.replace(" ", "+").replace("'", "%27")).getBytes(StandardCharsets.UTF_8));
        return sent.equals("Basic " + expected);
    }

    private static boolean isVerified(Map<String, String> form, Grant grant) {
        String drawn = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Digest.sha256(form.getOrDefault("code_verifier", "")));
        return drawn.equals(grant.challenge());
    }

    private String idToken(Grant grant) throws JOSEException {
        Date now = Date.from(clock.instant());
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(grant.subject())
                .audience(CLIENT)
                .issueTime(now)
                .expirationTime(new Date(now.getTime() + 300_000))
                .claim("nonce", grant.nonce())
                .claim("email", grant.subject() + "@university.example")
                .claim("email_verified", true)
                .claim("name", "Name of " + grant.subject())
                .claim("preferred_username", grant.subject());
        JWTClaimsSet set = claims.apply(builder).build();
        if (unsigned) {
            return new PlainJWT(set).serialize();
        }
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(), set);
        token.sign(new RSASSASigner(signedByAnother ? OTHER_KEY : KEY));
        return token.serialize();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String json(Map<String, Object> values) {
        return Json.PLAIN.writeValueAsString(values);
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
