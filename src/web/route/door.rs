//! Where the links of the report's blocks lead in the workbench.

use std::collections::BTreeMap;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::app::passages::Condition;
use crate::domain::{CodeId, TranscriptId};
use crate::i18n::Catalog;
use crate::report::Findings;
use crate::report::document::Block;
use crate::report::document::door::open_doors;
use crate::report::document::phrase::anchor;
use crate::report::render::fragment;
use crate::report::{lead_to_methods, numbered};
use crate::web::page::led;

/// Writes a piece of an address.
pub(crate) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// The address of a turn in its interview.
pub(crate) fn turn(transcript: &str, turn: usize) -> String {
    format!("/transcripts/{}?turn={turn}#t{turn}", encoded(transcript))
}

/// The address of a code.
pub(crate) fn code(id: &str) -> String {
    format!("/codebook/{}", encoded(id))
}

/// The address of the passages of a code, in some interviews or in all.
pub(crate) fn passages(code: &CodeId, cases: &[TranscriptId]) -> String {
    let only = encoded(&Condition::Only(code.clone()).to_string());
    let within = cases.iter().map(|case| encoded(&Condition::Transcript(case.clone()).to_string()));
    within.fold(format!("/passages?all={only}"), |address, one| format!("{address}&any={one}"))
}

/// Writes blocks as a piece of the page `here`, each figure and table with the way to its methods.
pub(crate) fn written(blocks: Vec<Block>, findings: &Findings, words: &Catalog, here: &str) -> String {
    fragment(&opened(blocks, findings, words, here), words)
}

/// Numbers blocks of the page `here` from one, and writes them.
pub(crate) fn told(blocks: Vec<Block>, findings: &Findings, words: &Catalog, here: &str) -> String {
    written(numbered(blocks, words), findings, words, here)
}

/// Opens the doors of blocks: codes lead to the codebook, quotes to their turn, profiles to their card,
/// figures and tables to their methods.
pub(crate) fn opened(mut blocks: Vec<Block>, findings: &Findings, words: &Catalog, here: &str) -> Vec<Block> {
    lead_to_methods(&mut blocks, words, &|method, anchor| led::address(method, here, anchor));
    let mut addresses: BTreeMap<String, String> =
        findings.codes.iter().map(|one| (anchor("reg-", &one.id), code(&one.id))).collect();
    for one in &findings.turns {
        addresses.insert(anchor("ctx-", &format!("{}-{}", one.case, one.turn)), turn(&one.case, one.turn));
    }
    for profile in findings.typology.iter().flat_map(|typology| &typology.profiles) {
        let address = format!("/typology?profile={}", encoded(&profile.name));
        addresses.insert(anchor("profile-", &profile.name), address);
    }
    open_doors(&mut blocks, &|anchor| addresses.get(anchor).cloned());
    blocks
}

/// Tells whether a figure or a table of the report has this name.
pub(crate) fn is_called(block: &Block, name: &str) -> bool {
    match block {
        Block::Figure(figure) => figure.name == name,
        Block::Table(table) => table.name == name,
        _ => false,
    }
}
