-- Held entries whose page is to be looked at again, by when.
CREATE INDEX feed_entries_again ON feed_entries (retry_at) WHERE state = 'held' AND retry_at <> '';
