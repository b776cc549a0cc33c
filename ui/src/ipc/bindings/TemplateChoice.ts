// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { UpdateKind } from "./UpdateKind";

/**
 * A template that an incident can use.
 */
export type TemplateChoice = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its name on screen.
 */
label: string, 
/**
 * Which of the four updates it counts as, if any.
 */
update: UpdateKind | null, 
/**
 * Whether it is written for one person at a time.
 */
per_person: boolean, 
/**
 * Whether it is the team's own.
 */
own: boolean, };
