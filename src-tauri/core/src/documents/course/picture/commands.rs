//! The commands that were run: a stroke each, a number where they stand close.

use super::canvas::{Canvas, Drawn};
use super::element::Element;
use super::paint::Ink;
use super::room::Spot;
use crate::documents::course::lane::Lane;
use crate::documents::course::model::IncidentCourse;

const HEIGHT: f64 = 22.0;
const STROKE: f64 = 5.0;

/// The lane, from `top` on; of no height where nothing was run.
pub(super) fn commands(canvas: &Canvas, course: &IncidentCourse, top: f64) -> Drawn {
    let middle = top + HEIGHT / 2.0;
    if course.commands.is_empty() {
        return Drawn { elements: Vec::new(), height: 0.0 };
    }
    let shown = course.commands.iter().filter(|command| course.window.holds(command.at));
    let spots = shown.map(|command| canvas.scale.x(command.at)).enumerate().map(|(number, x)| Spot::one(number, x - 1.0, x + 1.0));
    let spots = canvas.apart(spots);
    let name = canvas.name(middle, Lane::Commands.short_name());
    let drawn = spots.iter().flat_map(|spot| draw(canvas, spot, middle));
    Drawn { elements: [name].into_iter().chain(drawn).collect(), height: HEIGHT }
}

fn draw(canvas: &Canvas, spot: &Spot, middle: f64) -> Vec<Element> {
    if spot.count > 1 {
        return canvas.count(spot, middle).into();
    }
    let x = spot.middle();
    vec![canvas.brush.line((x, middle - STROKE), (x, middle + STROKE), Ink::Label).set("stroke-width", "1.5")]
}
