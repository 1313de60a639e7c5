-- The last number given out for each kind of thing that is never numbered twice.
create table counter (
    name   text primary key,
    latest bigint not null
);

-- People. Moments are milliseconds since 1970. "name" is in lower case and stands in addresses; "email"
-- is in lower case; "password" is empty where there is none, else as the encoder wrote it. Who is gone
-- keeps the row, without a name of their own, so that what they wrote still has an author. "shows" names
-- what their page shows: words between blanks.
create table person (
    number             integer primary key,
    name               text not null unique,
    full_name          text not null,
    email              text unique,
    email_confirmed_at bigint,
    password           text,
    role               text not null,
    shows              text not null,
    joined_at          bigint not null,
    suspended_at       bigint,
    gone_at            bigint
);
create index person_by_role on person (role);

-- Where people are signed in. "token" is a digest; the token itself is known to the browser alone.
create table session (
    token      text primary key,
    person     integer not null,
    begun_at   bigint not null,
    seen_at    bigint not null,
    expires_at bigint not null,
    address    text not null,
    agent      text not null
);
create index session_by_person on session (person);
create index session_by_expiry on session (expires_at);

-- Links that do one thing once: confirm an address, reset a password, invite somebody, make the first
-- account. "token" is a digest.
create table one_time_link (
    token      text primary key,
    purpose    text not null,
    person     integer,
    email      text,
    role       text,
    created_by_person integer,
    created_at bigint not null,
    expires_at bigint not null
);
create index one_time_link_by_person on one_time_link (person);
create index one_time_link_by_email on one_time_link (email);

-- Who did what, for those who run the place. Kept when the person is gone.
create table audit (
    number  bigint primary key,
    at      bigint not null,
    person  integer,
    action  text not null,
    subject text not null,
    details text not null
);
create index audit_by_time on audit (at);

-- Browsers in which somebody has signed in before: their attempts to sign in do not wait for those of
-- strangers. "token" is a digest.
create table known_browser (
    token      text primary key,
    person     integer not null,
    expires_at bigint not null
);
create index known_browser_by_person on known_browser (person);

-- How often something was done since "since" that may be done so often in a time: attempts to sign in, mails
-- to an address. "subject" is a digest.
create table quota (
    name    text not null,
    subject text not null,
    used    integer not null,
    since   bigint not null,
    primary key (name, subject)
);
create index quota_by_time on quota (since);

-- Mails to send. One that was sent is deleted, for its text may hold a link that does something; one that
-- was refused for good keeps the reason and loses the text. "next_at" is when it is tried next, null for never.
create table mail (
    number     bigint primary key,
    recipient  text not null,
    subject    text not null,
    text       text not null,
    html       text,
    headers    text not null,
    message_id text not null,
    created_at bigint not null,
    next_at    bigint,
    attempts   integer not null,
    problem    text
);
create index mail_by_time on mail (next_at);
