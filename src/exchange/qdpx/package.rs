//! A project's archive: its XML, its texts, and what is kept of the rest.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use super::convention::{self, Convention, Settled};
use super::model::Project;
use super::read;
use super::tree::Tree;
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::exchange::archive::{Archive, ArchiveFault};
use crate::exchange::text;

/// The folder of what only this program reads, for its own way back.
pub const OWN: &str = "propos/";

/// Larger entries that are not read are not kept in the study either, which a database holds whole.
pub const MAX_KEPT_BYTES: usize = 64 << 20;

/// A project with its texts and what else its archive holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Package {
    /// The project, its texts in place and its passages resolved.
    pub project: Project,
    /// Entries that are kept as they are: formatted texts, recordings, whatever is unknown.
    pub entries: Vec<(String, Vec<u8>)>,
    /// What this program wrote for itself, by name.
    pub own: BTreeMap<String, Vec<u8>>,
}

/// Reads an archive; `path` names it in diagnostics. None when the diagnostics hold an error.
pub fn read_package(path: &str, bytes: &[u8]) -> (Option<Package>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let package = read_into(path, bytes, &mut diagnostics);
    match package {
        Ok(package) => (package, diagnostics),
        Err(fault) => {
            diagnostics.push(fault);
            (None, diagnostics)
        }
    }
}

/// Reads a project's XML that stands alone: its texts are inline, or missing.
pub fn read_bare(path: &str, bytes: &[u8]) -> (Option<Package>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let tree = match Tree::read(path, bytes) {
        Ok(tree) => tree,
        Err(fault) => return (None, vec![fault]),
    };
    let Some(mut project) = read::project(&tree, &mut diagnostics) else { return (None, diagnostics) };
    for source in project.sources.iter().filter(|source| source.text.is_none()) {
        diagnostics
            .push(Diagnostic::warning(source.place.clone(), "qdpx-text-missing").with("name", &source.name));
    }
    settle(&mut project, &mut diagnostics);
    (Some(Package { project, ..Package::default() }), diagnostics)
}

/// Tells of an archive, or an entry of it, that cannot be read.
pub fn told(path: &str, fault: &ArchiveFault) -> Diagnostic {
    Diagnostic::error(Place::file(path), "archive-unreadable")
        .with("reason", fault.reason())
        .with("entry", fault.entry().unwrap_or_default())
}

fn read_into(
    path: &str,
    bytes: &[u8],
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Option<Package>, Diagnostic> {
    let mut archive = Archive::open(bytes).map_err(|fault| told(path, &fault))?;
    let main = main_entry(path, archive.names(), diagnostics)?;
    let xml = archive.read(&main).map_err(|fault| told(path, &fault))?;
    let inner = format!("{path}/{main}");
    let tree = Tree::read(&inner, &xml)?;
    drop(xml);
    let Some(mut project) = read::project(&tree, diagnostics) else { return Ok(None) };
    drop(tree);
    let mut files = Files::new(archive.names());
    files.used.push(main);
    texts(path, &mut project, &mut archive, &mut files, diagnostics)?;
    settle(&mut project, diagnostics);
    let mut package = Package { project, ..Package::default() };
    for name in archive.names().to_vec() {
        if files.used.contains(&name) {
            continue;
        }
        match archive.read(&name) {
            Ok(bytes) if name.starts_with(OWN) => {
                package.own.insert(name, bytes);
            }
            // An empty file without a name's extension marks a folder for some programs.
            Ok(bytes) if bytes.is_empty() => {}
            Ok(bytes) if bytes.len() <= MAX_KEPT_BYTES => package.entries.push((name, bytes)),
            Err(fault @ ArchiveFault::Bomb { .. }) => return Err(told(path, &fault)),
            Ok(_) | Err(ArchiveFault::TooLarge { .. }) => diagnostics.push(
                Diagnostic::warning(Place::file(path), "qdpx-entry-lost")
                    .with("entry", name)
                    .with("limit", MAX_KEPT_BYTES >> 20),
            ),
            Err(fault) => return Err(told(path, &fault)),
        }
    }
    Ok(Some(package))
}

/// Finds the project's XML: `project.qde`, else the only one at the root.
fn main_entry(path: &str, names: &[String], diagnostics: &mut Vec<Diagnostic>) -> Result<String, Diagnostic> {
    let is_main = |name: &&String| {
        !name.contains('/') && name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("qde"))
    };
    let found: Vec<&String> = names.iter().filter(is_main).collect();
    let usual = found.iter().find(|name| name.eq_ignore_ascii_case("project.qde"));
    match (usual, &found[..]) {
        (Some(name), _) => Ok((**name).clone()),
        (None, [name]) => {
            diagnostics.push(Diagnostic::note(Place::file(path), "qdpx-other-name").with("name", name));
            Ok((*name).clone())
        }
        (None, []) => Err(Diagnostic::error(Place::file(path), "qdpx-no-qde")),
        (None, several) => {
            Err(Diagnostic::error(Place::file(path), "qdpx-several-qde").with("count", several.len()))
        }
    }
}

/// The entries by name, in any letter case.
struct Files {
    by_name: BTreeMap<String, String>,
    used: Vec<String>,
}

impl Files {
    fn new(names: &[String]) -> Self {
        let by_name = names.iter().map(|name| (name.to_lowercase(), name.clone())).collect();
        Self { by_name, used: Vec::new() }
    }

    /// Finds the entry that a path of the XML means, however many slashes or folders it has.
    fn find(&self, written: &str) -> Option<&String> {
        let bare = written.split_once("://").map_or(written, |(_, rest)| rest).replace('\\', "/");
        let bare = bare.trim_start_matches('/').to_lowercase();
        let decoded = percent_decode_str(&bare).decode_utf8_lossy().into_owned();
        [bare, decoded].iter().find_map(|name| {
            let base = name.rsplit('/').next().unwrap_or(name);
            let places =
                [format!("sources/{name}"), name.clone(), format!("sources/{base}"), base.to_owned()];
            places.iter().find_map(|place| self.by_name.get(place))
        })
    }
}

fn texts(
    path: &str,
    project: &mut Project,
    archive: &mut Archive<'_>,
    files: &mut Files,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(), Diagnostic> {
    for source in &mut project.sources {
        let Some(written) = source.plain_entry.clone() else {
            if source.text.is_none() {
                diagnostics.push(
                    Diagnostic::warning(source.place.clone(), "qdpx-text-missing").with("name", &source.name),
                );
            }
            continue;
        };
        let Some(entry) = files.find(&written).cloned() else {
            if source.text.is_none() {
                diagnostics.push(
                    Diagnostic::warning(source.place.clone(), "qdpx-text-missing").with("name", &source.name),
                );
            }
            continue;
        };
        let bytes = archive.read(&entry).map_err(|fault| told(path, &fault))?;
        match text::decode(&format!("{path}/{entry}"), &bytes) {
            Ok(decoded) => {
                diagnostics.extend(decoded.note);
                source.text = Some(decoded.text);
                source.had_bom = decoded.had_bom;
                source.plain_entry = Some(entry.clone());
            }
            Err(fault) if fault.key == "text-empty" => source.text = Some(String::new()),
            Err(mut fault) => {
                fault.severity = crate::domain::diagnostic::Severity::Warning;
                diagnostics.push(fault);
                continue;
            }
        }
        files.used.push(entry);
    }
    for note in &mut project.notes {
        if note.text.is_some() {
            continue;
        }
        let tree = Tree::read(path, note.xml.as_bytes())?;
        let Some(entry) = tree.root().get("plainTextPath").and_then(|written| files.find(written)).cloned()
        else {
            continue;
        };
        let bytes = archive.read(&entry).map_err(|fault| told(path, &fault))?;
        note.text = Some(match text::decode(&format!("{path}/{entry}"), &bytes) {
            Ok(decoded) => decoded.text,
            Err(_) => String::from_utf8_lossy(&bytes).into_owned(),
        });
        files.used.push(entry);
    }
    Ok(())
}

/// Settles how each source counts, and resolves its passages.
pub fn settle(project: &mut Project, diagnostics: &mut Vec<Diagnostic>) {
    let known = Convention::of_program(&project.origin);
    let mut found: BTreeMap<Convention, usize> = BTreeMap::new();
    let mut unsure = Vec::new();
    for (at, source) in project.sources.iter_mut().enumerate() {
        let Some(text) = &source.text else { continue };
        let (convention, settled) = convention::detect(text, source.had_bom, known, &source.selections);
        source.convention = convention;
        match settled {
            Settled::Evidence => *found.entry(convention).or_default() += 1,
            Settled::Prior => unsure.push(at),
            Settled::Confirmed => *found.entry(known).or_default() += 1,
            Settled::Same => {}
        }
    }
    // A source with few passages counts as the others of its project do.
    let others = found.into_iter().max_by_key(|(_, count)| *count).map(|(convention, _)| convention);
    for at in unsure {
        let source = &mut project.sources[at];
        let Some(text) = source.text.as_deref() else { continue };
        if let Some(others) = others {
            source.convention = convention::detect(text, source.had_bom, others, &source.selections).0;
        } else {
            diagnostics.push(
                Diagnostic::note(source.place.clone(), "qdpx-convention-assumed").with("name", &source.name),
            );
        }
    }
    for source in &mut project.sources {
        let Some(text) = &source.text else { continue };
        convention::resolve(text, source.convention, &mut source.selections);
        if source.convention != known && source.convention != Convention::default() {
            let told = Diagnostic::note(source.place.clone(), "qdpx-convention-found")
                .with("name", &source.name)
                .with("convention", name(source.convention));
            diagnostics.push(told);
        }
        for selection in source.selections.iter().filter(|one| one.was_outside) {
            diagnostics.push(
                Diagnostic::warning(selection.place.clone(), "qdpx-selection-outside")
                    .with("start", selection.start)
                    .with("end", selection.end),
            );
        }
    }
}

/// Names a convention in the words of the format, for whoever compares programs.
pub fn name(convention: Convention) -> String {
    let unit = match convention.unit {
        convention::Unit::CodePoint => "code points",
        convention::Unit::Utf16 => "UTF-16",
    };
    let line_end = match convention.line_end {
        convention::LineEnd::AsStored => "",
        convention::LineEnd::CrlfIsOne => ", CRLF = 1",
        convention::LineEnd::LfIsTwo => ", LF = 2",
    };
    let bom = if convention.counts_bom { ", BOM = 1" } else { "" };
    let end = if convention.end_is_inside { ", end included" } else { "" };
    format!("{unit}{line_end}{bom}{end}")
}
