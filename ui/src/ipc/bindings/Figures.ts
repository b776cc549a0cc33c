// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ActionFigures } from "./ActionFigures";
import type { CauseFigures } from "./CauseFigures";
import type { DetectionFigures } from "./DetectionFigures";
import type { FiguresRange } from "./FiguresRange";
import type { IncidentFigures } from "./IncidentFigures";
import type { NightFigures } from "./NightFigures";
import type { ReviewFigures } from "./ReviewFigures";
import type { ServiceFigures } from "./ServiceFigures";
import type { TimeFigures } from "./TimeFigures";
import type { UpdateFigures } from "./UpdateFigures";

/**
 * What the incidents that began within a range show. Updates, reviews, action items and nights are those of these incidents, whenever
 * they were.
 */
export type Figures = { 
/**
 * The days, both ends included, of UTC.
 */
range: FiguresRange, 
/**
 * The service that all of them touch, if only those were asked for.
 */
service: string | null, 
/**
 * The services that incidents of the range touch, whichever was asked for.
 */
known_services: Array<string>, 
/**
 * How many began in the range and were withdrawn as no incidents: they count for nothing.
 */
withdrawn: number, 
/**
 * By severity and week.
 */
incidents: IncidentFigures, 
/**
 * How long it took.
 */
times: TimeFigures, 
/**
 * How they were detected.
 */
detection: DetectionFigures, 
/**
 * Whether updates went out in time.
 */
updates: UpdateFigures, 
/**
 * Whether reviews were done in time.
 */
reviews: ReviewFigures, 
/**
 * Whether action items were done in time.
 */
actions: ActionFigures, 
/**
 * Which services they touch.
 */
services: ServiceFigures, 
/**
 * What caused them.
 */
causes: CauseFigures, 
/**
 * The night work.
 */
night: NightFigures, };
