//! Reading a bundle through, before anything of it counts: each line is one that Sitrep writes, stands in its place, and contradicts no other.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs::File;
use std::path::Path;

use sha2::{Digest, Sha256};
use sitrep_core::bundle::{BundleCounts, BundleHead, BundleLine, ClockLine, EventLine, PictureLine, TextLine};
use sitrep_core::vocabulary::{AttachedTextId, EventId, IncidentId, PictureId};
use uuid::Uuid;

use super::lines::{Lines, Place};
use crate::hex::hex;
use crate::pictures::{PictureFolder, PictureSize};
use crate::reasons::{BundleFault, BundleRefusal};

/// What was learned from reading a bundle through.
#[derive(Debug, Default)]
pub(super) struct Checked {
    pub(super) texts: Place,
    pub(super) events: Place,
    pub(super) pictures: Place,
    pub(super) clocks: BTreeMap<IncidentId, Vec<ClockLine>>,
    pub(super) declared: BTreeMap<IncidentId, String>,
    pub(super) amended: HashMap<EventId, IncidentId>,
    pub(super) names_of_texts: HashMap<AttachedTextId, EventId>,
}

/// Reads it through up to `end`.
pub(super) fn read_through(
    file: &File,
    end: u64,
    data: &Path,
    is_picture: &dyn Fn(&[u8]) -> Result<(), String>,
) -> Result<(BundleHead, Checked), BundleRefusal> {
    let mut lines = Lines::from(file, Place { byte: 0, line: 1 }, end)?;
    lines.next()?;
    let head = read_head(&mut lines)?;
    let BundleCounts { clocks, texts, events, pictures, incidents } = head.holds;
    let mut check = Check::of(lines);
    check.clocks(clocks)?;
    check.texts(texts)?;
    check.events(events, incidents)?;
    check.pictures(pictures, &PictureFolder::of(data), is_picture)?;
    check.finish().map(|checked| (head, checked))
}

fn read_head(lines: &mut Lines<'_>) -> Result<BundleHead, BundleRefusal> {
    let line = lines.next()?;
    let head: BundleHead = serde_json::from_slice(&line)
        .map_err(|error| lines.fault(BundleFault::Line(sitrep_core::bundle::LineFault::Unread(error.to_string()))))?;
    if head.holds.are_bounded() { Ok(head) } else { Err(lines.fault(BundleFault::TooMany)) }
}

struct Check<'a> {
    lines: Lines<'a>,
    checked: Checked,
    ids: HashSet<EventId>,
    numbers: HashSet<(Uuid, i64)>,
    incidents: BTreeSet<IncidentId>,
    texts: HashMap<AttachedTextId, IncidentId>,
    named_pictures: HashSet<PictureId>,
}

impl<'a> Check<'a> {
    fn of(lines: Lines<'a>) -> Self {
        Self {
            lines,
            checked: Checked::default(),
            ids: HashSet::new(),
            numbers: HashSet::new(),
            incidents: BTreeSet::new(),
            texts: HashMap::new(),
            named_pictures: HashSet::new(),
        }
    }

    fn clocks(&mut self, count: u64) -> Result<(), BundleRefusal> {
        let mut last = None;
        for _ in 0..count {
            let BundleLine::Clock(clock) = self.lines.next_line()? else { return Err(self.lines.fault(BundleFault::Count)) };
            let key = (clock.incident, clock.device, clock.device_index);
            self.follows(&mut last, key)?;
            self.checked.clocks.entry(clock.incident).or_default().push(clock);
        }
        Ok(())
    }

    fn texts(&mut self, count: u64) -> Result<(), BundleRefusal> {
        self.checked.texts = self.lines.place();
        let mut last = None;
        for _ in 0..count {
            let BundleLine::Text(TextLine { id, incident, bytes, .. }) = self.lines.next_line()? else {
                return Err(self.lines.fault(BundleFault::Count));
            };
            self.follows(&mut last, id)?;
            let text = self.lines.bytes(bytes)?;
            str::from_utf8(&text).map_err(|_| self.lines.fault(BundleFault::NoText))?;
            self.texts.insert(id, incident);
        }
        Ok(())
    }

    fn events(&mut self, count: u64, incidents: u64) -> Result<(), BundleRefusal> {
        self.checked.events = self.lines.place();
        let mut last = None;
        for _ in 0..count {
            let BundleLine::Event(event) = self.lines.next_line()? else { return Err(self.lines.fault(BundleFault::Count)) };
            self.follows(&mut last, (event.incident, event.id))?;
            self.event(&event)?;
        }
        if self.incidents.len() as u64 != incidents {
            return Err(self.lines.fault(BundleFault::Count));
        }
        let is_unnamed = |text: &AttachedTextId| !self.checked.names_of_texts.contains_key(text);
        let clocks_alone = self.checked.clocks.keys().any(|incident| !self.incidents.contains(incident));
        if clocks_alone || self.texts.keys().any(is_unnamed) { Err(self.lines.fault(BundleFault::NotNamed)) } else { Ok(()) }
    }

    fn event(&mut self, event: &EventLine) -> Result<(), BundleRefusal> {
        self.incidents.insert(event.incident);
        if !self.ids.insert(event.id) {
            return Err(self.lines.fault(BundleFault::SameId));
        }
        if !self.numbers.insert((event.device, event.device_index)) {
            return Err(self.lines.fault(BundleFault::SameNumber));
        }
        if let Some(handle) = event.declares()
            && self.checked.declared.insert(event.incident, handle).is_some()
        {
            return Err(self.lines.fault(BundleFault::DeclaredTwice));
        }
        if let Some(amended) = event.amends
            && self.checked.amended.insert(amended, event.incident).is_some_and(|before| before != event.incident)
        {
            return Err(self.lines.fault(BundleFault::Elsewhere));
        }
        self.named_pictures.extend(event.pictures());
        let of_this = |text: &AttachedTextId| self.texts.get(text) == Some(&event.incident);
        self.checked.names_of_texts.extend(event.attached_texts().into_iter().filter(of_this).map(|text| (text, event.id)));
        Ok(())
    }

    fn pictures(
        &mut self,
        count: u64,
        here: &PictureFolder,
        is_picture: &dyn Fn(&[u8]) -> Result<(), String>,
    ) -> Result<(), BundleRefusal> {
        self.checked.pictures = self.lines.place();
        let mut last = None;
        for _ in 0..count {
            let BundleLine::Picture(PictureLine { id, bytes }) = self.lines.next_line()? else {
                return Err(self.lines.fault(BundleFault::Count));
            };
            self.follows(&mut last, id.clone())?;
            if !self.named_pictures.contains(&id) {
                return Err(self.lines.fault(BundleFault::NotNamed));
            }
            let picture = self.lines.bytes(bytes)?;
            if name_of(&picture) != id.to_string() {
                return Err(self.lines.fault(BundleFault::OtherPicture));
            }
            // One that is here is the same to the byte.
            if !here.path(&id, PictureSize::Whole).exists() {
                is_picture(&picture).map_err(|why| self.lines.fault(BundleFault::NoPicture(why)))?;
            }
        }
        Ok(())
    }

    fn finish(self) -> Result<Checked, BundleRefusal> {
        if self.lines.is_at_end() { Ok(self.checked) } else { Err(self.lines.fault(BundleFault::Count)) }
    }

    /// Each kind of line stands in its order, so that none stands there twice.
    fn follows<K: Ord>(&self, last: &mut Option<K>, key: K) -> Result<(), BundleRefusal> {
        if last.as_ref().is_some_and(|last| *last >= key) {
            return Err(self.lines.fault(BundleFault::Order));
        }
        *last = Some(key);
        Ok(())
    }
}

/// The name of a picture of these bytes.
pub(super) fn name_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
