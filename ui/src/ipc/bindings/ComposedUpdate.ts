// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ComposedField } from "./ComposedField";
import type { DifferencePart } from "./DifferencePart";
import type { FoundView } from "./FoundView";
import type { Length } from "./Length";
import type { Piece } from "./Piece";
import type { UpdateField } from "./UpdateField";
import type { UpdateFormat } from "./UpdateFormat";
import type { UpdateKind } from "./UpdateKind";

/**
 * A message as it stands.
 */
export type ComposedUpdate = { 
/**
 * Which template.
 */
template: string, 
/**
 * Its name on screen.
 */
label: string, 
/**
 * Which of the four updates it counts as, if any.
 */
kind: UpdateKind | null, 
/**
 * In which form.
 */
format: UpdateFormat, 
/**
 * Whether it pastes as formatted text, with the plain words beside it.
 */
formatted: boolean, 
/**
 * The fields, in the template's order.
 */
fields: Array<ComposedField>, 
/**
 * The subject, for a mail.
 */
subject: string | null, 
/**
 * Exactly what will paste as text, piece by piece.
 */
pieces: Array<Piece>, 
/**
 * How long it is in its form.
 */
length: Length, 
/**
 * The fields to fill before it is copied.
 */
missing: Array<UpdateField>, 
/**
 * What to look at before it is copied, in order of place.
 */
found: Array<FoundView>, 
/**
 * `Not looked for, as guard.toml says: Password (password).`
 */
not_looked_for: string | null, 
/**
 * For whom, where it is written for one person.
 */
person: string | null, 
/**
 * Those it can be written for.
 */
people: Array<string>, 
/**
 * `Next update by 15:12 UTC`.
 */
next_update: string | null, 
/**
 * `P1 asks for one every 30 minutes.`
 */
cadence: string | null, 
/**
 * `Last sent 14:18 UTC`.
 */
last_sent: string | null, 
/**
 * What is new against the last one sent, line by line; empty when none was sent.
 */
changes: Array<DifferencePart>, };
