//! What came from other programs and goes back as it was.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::CodeId;
use crate::exchange::qdpx::model::Kept;
use crate::exchange::qdpx::remainder::Remainders;
use crate::exchange::qdpx::write::Given;

/// Lists the elements that were kept: references to a code follow it to the identifier that is written,
/// and what came twice is written once. The second is how many could not be written.
pub(super) fn kept(
    remainders: &Remainders,
    codes: &BTreeMap<CodeId, String>,
    given: &mut Given,
) -> (Vec<Kept>, usize) {
    let mut written = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut lost = 0;
    for remainder in remainders.packages.values() {
        let aliases: Vec<(&str, &str)> = remainder
            .codes
            .iter()
            .filter_map(|(id, origin)| {
                Some((origin.guid.as_str(), codes.get(&CodeId::from(id.as_str()))?.as_str()))
            })
            .filter(|(from, to)| from != to)
            .collect();
        for one in &remainder.kept {
            if !seen.insert(one.xml.clone()) {
                continue;
            }
            let own = identifiers(&one.xml);
            if own.iter().any(|guid| given.has(guid)) {
                lost += 1;
                continue;
            }
            own.iter().for_each(|guid| given.note(guid));
            let mut xml = one.xml.clone();
            for (from, to) in &aliases {
                xml = xml.replace(from, to);
            }
            written.push(Kept { within: one.within.clone(), xml });
        }
    }
    (written, lost)
}

/// Lists the identifiers that an element and those in it give themselves; members of a set only refer.
fn identifiers(xml: &str) -> Vec<&str> {
    let elements = xml.split('<').filter(|element| !element.starts_with("Member"));
    let given = elements.filter_map(|element| element.split_once(" guid=\"").map(|(_, rest)| rest));
    given.filter_map(|rest| rest.split('"').next()).collect()
}
