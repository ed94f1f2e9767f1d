-- name: outlets
SELECT count(*) FROM outlets

-- name: articles
SELECT count(*) FROM articles

-- name: revisions
SELECT count(*) FROM revisions

-- name: captures
SELECT count(*) FROM captures

-- name: claims
SELECT count(*) FROM claims INDEXED BY claims_current WHERE retired_at IS NULL

-- name: events
SELECT count(*) FROM events INDEXED BY events_current WHERE retired_at IS NULL

-- name: relations
SELECT count(*) FROM relations INDEXED BY relations_current WHERE retired_at IS NULL

-- name: decisions
SELECT count(*) FROM decisions WHERE undone_at IS NULL

-- name: tombstones
SELECT count(*) FROM tombstones
