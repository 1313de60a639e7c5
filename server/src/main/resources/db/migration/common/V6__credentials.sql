-- API keys. "token" is a digest; the key itself is known to its holder alone. "scopes" are words between
-- blanks.
create table api_key (
    number     bigint primary key,
    token      text not null unique,
    person     integer not null,
    name       text not null,
    scopes     text not null,
    made_at    bigint not null,
    expires_at bigint not null,
    used_at    bigint
);
create unique index api_key_by_person on api_key (person, name);

-- Who somebody is at an OpenID Connect provider. "email" is what the provider said last, for the person to
-- recognise it; empty where it said nothing.
create table identity (
    issuer    text not null,
    subject   text not null,
    person    integer not null,
    email     text not null,
    linked_at bigint not null,
    used_at   bigint,
    primary key (issuer, subject)
);
create index identity_by_person on identity (person);

-- Passkeys. "credential" is the id that the authenticator gave, "public_key" its attested credential data,
-- both in base64url.
create table passkey (
    credential      text primary key,
    person          integer not null,
    name            text not null,
    public_key      text not null,
    sign_count      bigint not null,
    user_verified   integer not null,
    backup_eligible integer not null,
    backed_up       integer not null,
    transports      text not null,
    made_at         bigint not null,
    used_at         bigint
);
create unique index passkey_by_person on passkey (person, name);

-- What a passkey is to sign, once. "token" is the digest of a cookie's value; "person" is who adds a passkey,
-- null for signing in.
create table passkey_challenge (
    token      text primary key,
    challenge  text not null,
    person     integer,
    expires_at bigint not null
);
create index passkey_challenge_by_expiry on passkey_challenge (expires_at);
