// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { TeamFileProblem } from "./TeamFileProblem";
import type { TemplateRender } from "./TemplateRender";
import type { TemplateVariable } from "./TemplateVariable";

/**
 * What a text would be.
 */
export type TeamFileLook = { 
/**
 * What is wrong with it, if something is.
 */
problem: TeamFileProblem | null, 
/**
 * What it would say, for a template without a problem.
 */
render: TemplateRender | null, 
/**
 * From which incident a template is filled: `Filled from P1 Payments failing at checkout.`
 */
filled_from: string | null, 
/**
 * What a template can say, with the values of now.
 */
variables: Array<TemplateVariable>, };
