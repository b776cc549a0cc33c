// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Detection } from "./Detection";
import type { DetectionChoice } from "./DetectionChoice";
import type { DoubtView } from "./DoubtView";
import type { ImpactQuestionView } from "./ImpactQuestionView";

/**
 * The Triage pane.
 */
export type Triage = { 
/**
 * The four questions.
 */
questions: Array<ImpactQuestionView>, 
/**
 * How it can have been detected.
 */
detections: Array<DetectionChoice>, 
/**
 * How it was, once said.
 */
detected: Detection | null, 
/**
 * Why the severity is what it is, once written.
 */
reasoning: string | null, 
/**
 * A higher severity that the answers point to, as long as nobody has said why not.
 */
doubt: DoubtView | null, };
