-- Processes that claimed work. One that was not renewed until then, in milliseconds since 1970, is
-- taken for dead; one of this very machine as soon as it is.
create table claimant (
    id      text primary key,
    host    text not null,
    process bigint not null,
    started text not null,
    until   bigint not null
);

-- Work that must be done once for all processes, by its name, while it is done.
create table claim (
    name     text primary key,
    claimant text not null
);
create index claim_by_claimant on claim (claimant);
