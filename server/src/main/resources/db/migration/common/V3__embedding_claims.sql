-- Which server embeds a waiting paper, and until when (milliseconds since 1970) nobody else does: a server
-- that dies gives back nothing, and its papers are free again once that has passed.
alter table embedding_queue add column claimed_by text;
alter table embedding_queue add column claimed_until bigint;
