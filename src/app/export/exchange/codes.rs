//! The codebook in the form of other programs: themes are folders.

use std::collections::BTreeMap;

use crate::app::import::LOOSE;
use crate::domain::CodeId;
use crate::domain::codebook::Codebook;
use crate::exchange::qdpx::guid;
use crate::exchange::qdpx::model::Code;
use crate::exchange::qdpx::own::{Own, description};
use crate::exchange::qdpx::remainder::{Origin, Remainders};
use crate::exchange::qdpx::write::Given;
use crate::text::Language;

/// The codes with the identifiers they were given.
pub(super) struct Codes {
    pub(super) list: Vec<Code>,
    pub(super) guids: BTreeMap<CodeId, String>,
}

/// Writes the codebook; `coded` tells which codes stand on passages.
pub(super) fn codes(
    codebook: &Codebook,
    language: Language,
    remainders: &Remainders,
    coded: impl Fn(&CodeId) -> bool,
    given: &mut Given,
    own: &mut Own,
) -> Codes {
    let origin_of = |id: &str| remainders.packages.values().find_map(|one| one.codes.get(id));
    let mut codes = Codes { list: Vec::new(), guids: BTreeMap::new() };
    for theme in &codebook.themes {
        // Codes that came without a folder go without one.
        let folder = (theme.id.as_str() != LOOSE).then(|| {
            let origin = remainders.packages.values().find_map(|one| one.themes.get(theme.id.as_str()));
            let guid = given.give("theme", &wanted(origin, "theme", theme.id.as_str()));
            own.themes.insert(guid::key(&guid), theme.id.0.clone());
            codes.list.push(Code {
                guid,
                name: theme.title.clone(),
                is_codable: false,
                colour: theme.colour.clone(),
                description: theme.summary.clone(),
                ..Code::default()
            });
            codes.list.len() - 1
        });
        let mut places: BTreeMap<&CodeId, usize> = BTreeMap::new();
        for code in &theme.codes {
            let origin = origin_of(code.id.as_str());
            let guid = given.give("code", &wanted(origin, "code", code.id.as_str()));
            own.codes.insert(guid::key(&guid), code.id.0.clone());
            let parent = code.parent.as_ref().and_then(|id| places.get(id).copied()).or(folder);
            codes.guids.insert(code.id.clone(), guid.clone());
            places.insert(&code.id, codes.list.len());
            codes.list.push(Code {
                guid,
                name: code.title.clone(),
                parent,
                is_codable: !origin.is_some_and(|origin| origin.is_folder) || coded(&code.id),
                colour: origin.and_then(|origin| origin.colour.clone()).or_else(|| theme.colour.clone()),
                description: description(code, language),
                ..Code::default()
            });
        }
    }
    codes
}

fn wanted(origin: Option<&Origin>, kind: &str, id: &str) -> String {
    origin.map_or_else(|| guid::made(kind, id), |origin| origin.guid.clone())
}
