-- Votes for papers. A person has one for a paper or none; "at" is in milliseconds since 1970. "counted" is
-- 0 where the vote is shown but not counted: of an author of the paper, of somebody who is suspended.
create table vote (
    paper   integer not null,
    person  integer not null,
    at      bigint not null,
    counted integer not null,
    primary key (paper, person)
);
create index vote_by_count on vote (paper, counted);
create index vote_by_person on vote (person, at);

-- What the community gives a paper beside what imported lists count: as far as it has been carried over.
create table community_count (
    paper    integer primary key,
    votes    integer not null,
    comments integer not null
);

-- Papers whose community counts are to be counted anew, written in the transaction that changed something.
-- A paper may stand here many times: nobody who adds a row waits for another.
create table count_mark (
    paper integer not null
);
create index count_mark_by_paper on count_mark (paper);

-- From where a vote came, for a month: "block" is a keyed digest of the block of addresses, the key another
-- one each day.
create table vote_origin (
    paper  integer not null,
    person integer not null,
    at     bigint not null,
    block  text not null,
    primary key (paper, person)
);
create index vote_origin_by_block on vote_origin (block, paper);
create index vote_origin_by_time on vote_origin (at);
create index vote_origin_by_person on vote_origin (person);

create table vote_origin_key (
    day  text primary key,
    name text not null
);

-- Accounts that voted together, for moderators to look at.
create table vote_ring (
    number           integer primary key,
    found_at         bigint not null,
    last_at          bigint not null,
    closed_at        bigint,
    closed_by_person integer
);

create table vote_ring_member (
    ring   integer not null,
    person integer not null,
    primary key (ring, person)
);
create index vote_ring_member_by_person on vote_ring_member (person);

create table vote_ring_paper (
    ring  integer not null,
    paper integer not null,
    primary key (ring, paper)
);
create index vote_ring_paper_by_paper on vote_ring_paper (paper);
