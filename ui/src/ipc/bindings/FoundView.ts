// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { FieldWords } from "./FieldWords";
import type { Replacement } from "./Replacement";
import type { UpdateField } from "./UpdateField";

/**
 * Something to look at before a message is copied.
 */
export type FoundView = { 
/**
 * What it is, such as AWS access key.
 */
title: string, 
/**
 * Why it should not be there.
 */
why: string, 
/**
 * What stands there, of a secret only the beginning; empty for what is missing.
 */
found: string, 
/**
 * Whether it is a secret.
 */
secret: boolean, 
/**
 * What the key for it says: `Use 'our team'`.
 */
offer: string, 
/**
 * The words that stand in for others once the key is pressed.
 */
replace: Array<Replacement>, 
/**
 * What a field says once the key is pressed.
 */
newer: FieldWords | null, 
/**
 * What a field goes on saying once a person says that it still holds.
 */
holds: FieldWords | null, 
/**
 * Whether the key adds a line that names the next update.
 */
names_next_update: boolean, 
/**
 * Where a person has to find the words.
 */
rewrite: UpdateField | null, };
