//! A screenshot of a large screen, from the clipboard's pixels to its file, beside a bare sync on the same disk.

use std::fs::File;
use std::sync::Arc;

use sitrep_tests::Outcome;
use sitrep_workstation::{Folders, SystemClock, Workstation};

use crate::bare::write_and_sync;
use crate::figures::{Row, Times};

const RUNS: u8 = 10;
const WIDTH: u32 = 3840;
const HEIGHT: u32 = 2160;

/// Measures until it is on disk.
pub fn measure() -> Outcome<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let at = |name: &str| folder.path().join(name);
    let workstation = Workstation::open(Folders { data: at("data"), config: at("config"), practice: false }, Arc::new(SystemClock))?;
    let mut file = File::create(at("bare.log"))?;
    let (mut pictures, mut syncs) = (Times::default(), Times::default());
    for run in 0..RUNS {
        let pixels = pixels(run);
        pictures.time(|| workstation.keep_pixels(WIDTH, HEIGHT, pixels))?;
        syncs.time(|| write_and_sync(&mut file))?;
    }
    Ok(vec![Row::new("a 4K screenshot, from paste to disk", pictures).under(1000).beside("4 KB written and synced", syncs)])
}

/// Flat areas with lines of something like writing in them, as screens have; each run has other ones.
fn pixels(run: u8) -> Vec<u8> {
    let written = |x: u32, y: u32| y % 24 < 12 && x.wrapping_mul(2_654_435_761).wrapping_add(y.wrapping_mul(40_503)) >> 29 == 0;
    let pixel = |x: u32, y: u32| if written(x, y) { [230, 232, 235, 255] } else { [16 + run, 20, 24, 255] };
    (0..HEIGHT).flat_map(|y| (0..WIDTH).flat_map(move |x| pixel(x, y))).collect()
}
