//! The codes of another program brought into the codebook: those it has are found, others are added.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::codebook::{Code, Codebook, Theme, depth, identifier};
use crate::domain::{CodeId, Diagnostic, Place, ThemeId};
use crate::exchange::qdpx::guid::key;
use crate::exchange::qdpx::model::Code as ForeignCode;
use crate::exchange::qdpx::own::{Own, description};
use crate::exchange::qdpx::remainder::{Origin, Remainder};
use crate::text::Language;

/// The theme of codes that stand in no folder.
pub(in crate::app) const LOOSE: &str = "codes";

/// Codes deeper than this cannot be told apart in the notation of a codebook's file.
const DEEPEST: usize = 4;

/// What a codebook becomes.
pub(super) struct Merged {
    pub(super) codebook: Codebook,
    /// Themes that are new or changed.
    pub(super) changed: BTreeSet<ThemeId>,
    /// The study's codes, by the other program's identifiers.
    pub(super) ids: BTreeMap<String, CodeId>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// What is known of codes that came before.
pub(super) struct Known<'a> {
    /// What this program wrote for itself.
    pub(super) own: &'a Own,
    /// Themes in their own notation, as this program wrote them.
    pub(super) themes: Vec<Theme>,
    /// What an earlier import of the same file noted.
    pub(super) earlier: Option<&'a Remainder>,
    /// Codes on passages, by identifier: no folder is.
    pub(super) coded: BTreeSet<String>,
}

struct Merge<'a> {
    path: &'a str,
    merged: Merged,
    /// Codes of the study that stand for one of the other program already.
    claimed: BTreeSet<CodeId>,
}

/// Brings codes into a codebook; `remainder` takes down where each came from.
pub(super) fn merge(
    path: &str,
    codebook: Codebook,
    codes: &[ForeignCode],
    known: Known<'_>,
    remainder: &mut Remainder,
) -> Merged {
    let merged = Merged { codebook, changed: BTreeSet::new(), ids: BTreeMap::new(), diagnostics: Vec::new() };
    let mut merge = Merge { path, merged, claimed: BTreeSet::new() };
    for theme in known.themes {
        merge.own_theme(theme);
    }
    let reverse = |table: &BTreeMap<String, Origin>| -> BTreeMap<String, String> {
        table.iter().map(|(id, origin)| (key(&origin.guid), id.clone())).collect()
    };
    let earlier_codes = known.earlier.map(|one| reverse(&one.codes)).unwrap_or_default();
    let earlier_themes = known.earlier.map(|one| reverse(&one.themes)).unwrap_or_default();
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for code in codes {
        *names.entry(code.name.to_lowercase()).or_default() += 1;
    }
    // Where each stands: its theme, and its code unless it is the theme itself.
    let mut places: Vec<(ThemeId, Option<CodeId>)> = Vec::with_capacity(codes.len());
    for code in codes {
        let guid = key(&code.guid);
        let find = |first: &BTreeMap<String, String>, second: &BTreeMap<String, String>| {
            first.get(&guid).or_else(|| second.get(&guid)).cloned()
        };
        let theme = find(&known.own.themes, &earlier_themes).map(ThemeId);
        let id = find(&known.own.codes, &earlier_codes).map(CodeId);
        let parent = code.parent.and_then(|at| places.get(at)).cloned();
        let is_theme = parent.is_none() && !code.is_codable && !known.coded.contains(&guid);
        let found = id.and_then(|id| merge.merged.codebook.find(&id).map(|code| (code.theme.clone(), id)));
        let there = theme.filter(|id| merge.merged.codebook.themes.iter().any(|theme| theme.id == *id));
        let origin =
            Origin { guid: code.guid.clone(), colour: code.colour.clone(), is_folder: !code.is_codable };
        let place = match (found, there) {
            (Some((theme, id)), _) => {
                merge.describe(&id, code);
                (theme, Some(id))
            }
            (None, Some(theme)) => (theme, None),
            (None, None) if is_theme => (merge.theme(code), None),
            (None, None) => {
                let (theme, above) = parent.unwrap_or_else(|| (merge.loose(), None));
                let is_only = names.get(&code.name.to_lowercase()) == Some(&1);
                let id = merge.code(&theme, above, code, is_only);
                let theme = merge.merged.codebook.find(&id).map_or(theme, |code| code.theme.clone());
                (theme, Some(id))
            }
        };
        match &place.1 {
            Some(id) => {
                merge.claimed.insert(id.clone());
                remainder.codes.insert(id.0.clone(), origin);
                merge.merged.ids.insert(guid, id.clone());
            }
            None => {
                remainder.themes.insert(place.0.0.clone(), origin);
            }
        }
        places.push(place);
    }
    merge.merged
}

impl Merge<'_> {
    fn theme_mut(&mut self, id: &ThemeId) -> Option<&mut Theme> {
        self.merged.codebook.themes.iter_mut().find(|theme| theme.id == *id)
    }

    /// Takes a theme that this program wrote: as it is when the study has none of its name, else what
    /// the study's own lacks.
    fn own_theme(&mut self, mut theme: Theme) {
        theme.path = self.path.to_owned();
        let is_there = |codebook: &Codebook, code: &Code| codebook.find(&code.id).is_some();
        if self.theme_mut(&theme.id).is_none() {
            theme.codes.retain(|code| !is_there(&self.merged.codebook, code));
            let left: BTreeSet<CodeId> = theme.codes.iter().map(|code| code.id.clone()).collect();
            for code in &mut theme.codes {
                code.parent = code.parent.take().filter(|parent| left.contains(parent));
            }
            self.merged.changed.insert(theme.id.clone());
            self.merged.codebook.themes.push(theme);
            return;
        }
        for code in theme.codes {
            if !is_there(&self.merged.codebook, &code) {
                self.insert(&theme.id, code);
            }
        }
    }

    /// Finds the theme called as a folder, or makes it.
    fn theme(&mut self, folder: &ForeignCode) -> ThemeId {
        let title = title_of(folder);
        let themes = &mut self.merged.codebook.themes;
        if let Some(theme) = themes.iter().find(|theme| theme.title.to_lowercase() == title.to_lowercase()) {
            return theme.id.clone();
        }
        let id =
            ThemeId(identifier(&title, "theme", |id| themes.iter().all(|theme| theme.id.as_str() != id)));
        themes.push(Theme {
            id: id.clone(),
            title,
            colour: folder.colour.clone(),
            summary: folder.description.trim().to_owned(),
            path: self.path.to_owned(),
            codes: Vec::new(),
        });
        self.merged.changed.insert(id.clone());
        id
    }

    /// Finds the theme of codes that stand in no folder, or makes it.
    fn loose(&mut self) -> ThemeId {
        let id = ThemeId::from(LOOSE);
        if self.theme_mut(&id).is_none() {
            self.merged.codebook.themes.push(Theme {
                id: id.clone(),
                title: "Codes".to_owned(),
                path: self.path.to_owned(),
                ..Theme::default()
            });
            self.merged.changed.insert(id.clone());
        }
        id
    }

    /// Finds the code that stands where another program's does and is called the same, or adds it.
    fn code(
        &mut self,
        theme: &ThemeId,
        parent: Option<CodeId>,
        foreign: &ForeignCode,
        is_only: bool,
    ) -> CodeId {
        let title = title_of(foreign);
        let same = |code: &&Code| code.title.to_lowercase() == title.to_lowercase();
        let free = |code: &&Code| !self.claimed.contains(&code.id);
        let all = || self.merged.codebook.codes().filter(same).filter(free);
        let here = all().find(|code| code.theme == *theme && code.parent == parent);
        let alone = || (is_only && foreign.parent.is_none() && all().count() == 1).then(|| all().next());
        if let Some(code) = here.or_else(|| alone().flatten()) {
            let id = code.id.clone();
            self.describe(&id, foreign);
            return id;
        }
        let codebook = &self.merged.codebook;
        let id = CodeId(identifier(&title, "code", |id| codebook.find(&CodeId::from(id)).is_none()));
        let code = Code {
            id: id.clone(),
            theme: theme.clone(),
            parent,
            title,
            definition: foreign.description.trim().to_owned(),
            ..Code::default()
        };
        self.insert(theme, code);
        let deep = self.merged.codebook.themes.iter().find(|one| one.id == *theme);
        let code = self.merged.codebook.find(&id);
        if deep.zip(code).is_some_and(|(theme, code)| depth(&theme.codes, code) > DEEPEST) {
            let told = Diagnostic::note(foreign.place.clone(), "qdpx-code-deep").with("code", &foreign.name);
            self.merged.diagnostics.push(told);
        }
        id
    }

    /// Says when another program describes a code otherwise; the study's own words stay, unless there
    /// are none.
    fn describe(&mut self, id: &CodeId, foreign: &ForeignCode) {
        let told = foreign.description.trim();
        let place: Place = foreign.place.clone();
        let Some(code) =
            self.merged.codebook.themes.iter_mut().flat_map(|one| &mut one.codes).find(|one| one.id == *id)
        else {
            return;
        };
        // What this program wrote of it, in either of its languages, says nothing new.
        let is_ours = [Language::Fr, Language::En].iter().any(|one| description(code, *one).trim() == told);
        if told.is_empty() || is_ours {
            return;
        }
        if code.definition.is_empty() {
            code.definition = told.to_owned();
            self.merged.changed.insert(code.theme.clone());
            return;
        }
        let found = Diagnostic::note(place, "qdpx-definition-kept").with("code", &code.title);
        self.merged.diagnostics.push(found);
    }

    /// Puts a code after those under its parent.
    fn insert(&mut self, theme: &ThemeId, mut code: Code) {
        code.theme = theme.clone();
        self.merged.changed.insert(theme.clone());
        let Some(theme) = self.theme_mut(theme) else { return };
        let parent = code.parent.as_ref().and_then(|id| theme.codes.iter().position(|one| one.id == *id));
        let Some(parent) = parent else {
            code.parent = None;
            theme.codes.push(code);
            return;
        };
        let mut under: BTreeSet<CodeId> = BTreeSet::from([theme.codes[parent].id.clone()]);
        let mut end = parent + 1;
        while let Some(next) = theme.codes.get(end)
            && next.parent.as_ref().is_some_and(|id| under.contains(id))
        {
            under.insert(next.id.clone());
            end += 1;
        }
        theme.codes.insert(end, code);
    }
}

fn title_of(code: &ForeignCode) -> String {
    let title = code.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() { code.guid.clone() } else { title }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foreign(name: &str, parent: Option<usize>, is_codable: bool) -> ForeignCode {
        ForeignCode {
            guid: format!("guid of {name} {parent:?}"),
            name: name.to_owned(),
            parent,
            is_codable,
            ..ForeignCode::default()
        }
    }

    fn merged(codebook: Codebook, codes: &[ForeignCode]) -> (Merged, Remainder) {
        let mut remainder = Remainder::default();
        let known = Known { own: &Own::default(), themes: Vec::new(), earlier: None, coded: BTreeSet::new() };
        let merged = merge("a.qdpx", codebook, codes, known, &mut remainder);
        (merged, remainder)
    }

    fn told(codebook: &Codebook) -> Vec<String> {
        let line = |code: &Code| {
            let parent = code.parent.as_ref().map_or("-", CodeId::as_str);
            format!("{} {} {parent}", code.theme, code.id)
        };
        codebook.codes().map(line).collect()
    }

    #[test]
    fn folders_become_themes_and_names_may_repeat() {
        let codes = [
            foreign("Loisirs", None, true),
            foreign("Café", Some(0), true),
            foreign("Soins", None, false),
            foreign("Équipe", Some(2), false),
            foreign("Gentille", Some(3), true),
            foreign("Café", Some(2), true),
        ];
        let (first, remainder) = merged(Codebook::default(), &codes);
        let expected = [
            "codes loisirs -",
            "codes cafe loisirs",
            "soins equipe -",
            "soins gentille equipe",
            "soins cafe-2 -",
        ];
        assert_eq!(told(&first.codebook), expected);
        assert!(remainder.codes["equipe"].is_folder && remainder.themes.contains_key("soins"));
        let (again, _) = merged(first.codebook.clone(), &codes);
        assert_eq!(again.codebook, first.codebook);
        assert!(again.changed.is_empty());
        assert_eq!(again.ids, first.ids);
    }

    #[test]
    fn what_was_written_of_a_code_in_either_language_is_no_other_definition() {
        let code = Code {
            id: CodeId::from("r"),
            theme: ThemeId::from("t"),
            title: "Ressources".to_owned(),
            definition: "Ce qui manque.".to_owned(),
            include: "dettes".to_owned(),
            ..Code::default()
        };
        let theme = Theme { id: ThemeId::from("t"), codes: vec![code.clone()], ..Theme::default() };
        let codebook = Codebook { themes: vec![theme], ..Codebook::default() };
        let notes = |description: String| {
            let foreign = ForeignCode { description, ..foreign("Ressources", None, true) };
            merged(codebook.clone(), &[foreign]).0.diagnostics.len()
        };
        assert_eq!(notes(description(&code, Language::Fr)), 0);
        assert_eq!(notes(description(&code, Language::En)), 0);
        assert_eq!(notes("Autre chose.".to_owned()), 1);
    }

    #[test]
    fn a_code_of_the_study_is_found_by_its_title() {
        let mut codebook = Codebook::default();
        let code = |id: &str, title: &str, parent: Option<&str>| Code {
            id: CodeId::from(id),
            theme: ThemeId::from("t"),
            title: title.to_owned(),
            parent: parent.map(CodeId::from),
            ..Code::default()
        };
        codebook.themes.push(Theme {
            id: ThemeId::from("t"),
            codes: vec![code("r", "Ressources", None), code("l", "Logement", None)],
            ..Theme::default()
        });
        let (merged, _) =
            merged(codebook, &[foreign("ressources", None, true), foreign("Travail", Some(0), true)]);
        assert_eq!(told(&merged.codebook), ["t r -", "t travail r", "t l -"]);
    }
}
