-- How many action items are still to be done: a resolved incident is done with only when none is left.
ALTER TABLE incidents ADD COLUMN open_actions INTEGER NOT NULL DEFAULT 0;
