//! Changing a codebook: every text is written as a reading would have kept it, and every theme that
//! changes must read back from its file the same.

use super::error::CodebookError;
use super::model::{Code, Codebook, Retired, Theme};
use super::notation::{colour, parse_theme, tidy};
use super::write::write_theme;
use crate::domain::id::{AxisId, CodeId, ThemeId};
use crate::text::fold::fold;

/// Codes under codes, at most: a heading of Markdown has six levels, the first is the theme's.
const DEEPEST: usize = 4;

/// What is changed of a code; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodePatch {
    /// As people read it.
    pub title: Option<String>,
    /// What it is.
    pub definition: Option<String>,
    /// What also counts.
    pub include: Option<String>,
    /// What does not count.
    pub exclude: Option<String>,
    /// Passages that show it.
    pub examples: Option<Vec<String>>,
    /// Its weight on each axis; 0 takes it off the axis.
    pub weights: Option<Vec<(AxisId, f64)>>,
}

/// What is changed of a theme; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemePatch {
    /// As people read it.
    pub title: Option<String>,
    /// `#rrggbb`; empty for none.
    pub colour: Option<String>,
    /// What it gathers.
    pub summary: Option<String>,
}

/// Where a code goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seat {
    /// The theme.
    pub theme: ThemeId,
    /// The code above it, if any.
    pub parent: Option<CodeId>,
    /// The code that follows it under the same parent; none: it is the last.
    pub before: Option<CodeId>,
}

impl Codebook {
    /// Adds a theme at the end.
    ///
    /// # Errors
    /// The title is empty or taken, or the colour does not read.
    pub fn add_theme(&mut self, title: &str, colour: &str) -> Result<ThemeId, CodebookError> {
        let patch =
            ThemePatch { title: Some(title.to_owned()), colour: Some(colour.to_owned()), summary: None };
        let is_free = |id: &str| !self.themes.iter().any(|theme| theme.id.as_str() == id);
        let id = ThemeId(identifier(title, "theme", is_free));
        self.themes.push(Theme { id: id.clone(), ..Theme::default() });
        self.change_theme(&id, &patch)?;
        Ok(id)
    }

    /// Adds a code.
    ///
    /// # Errors
    /// The title is empty or taken, or there is no such seat.
    pub fn add_code(&mut self, seat: &Seat, title: &str, definition: &str) -> Result<CodeId, CodebookError> {
        let id = CodeId(identifier(title, "code", |id| !self.codes().any(|code| code.id.as_str() == id)));
        let place = self.place_of(&seat.theme)?;
        self.themes[place].codes.push(Code { id: id.clone(), theme: seat.theme.clone(), ..Code::default() });
        let patch = CodePatch {
            title: Some(title.to_owned()),
            definition: Some(definition.to_owned()),
            ..CodePatch::default()
        };
        self.change_code(&id, &patch, &[])?;
        self.seat(&id, seat)?;
        Ok(id)
    }

    /// Changes what is said of a code; `axes` are those of the study.
    ///
    /// # Errors
    /// The code or an axis is unknown, the title is empty or taken.
    pub fn change_code(
        &mut self,
        id: &CodeId,
        patch: &CodePatch,
        axes: &[AxisId],
    ) -> Result<(), CodebookError> {
        let title = patch.title.as_deref().map(one_line).transpose()?;
        if let Some(title) = &title {
            let same = |code: &&Code| code.id != *id && fold(&code.title) == fold(title);
            if self.codes().any(|code| same(&code)) {
                return Err(CodebookError::TitleTaken { title: title.clone() });
            }
        }
        let code = self.code_mut(id)?;
        code.title = title.unwrap_or_else(|| code.title.clone());
        for (text, field) in [
            (&patch.definition, &mut code.definition),
            (&patch.include, &mut code.include),
            (&patch.exclude, &mut code.exclude),
        ] {
            if let Some(text) = text {
                *field = tidy(text);
            }
        }
        if let Some(examples) = &patch.examples {
            code.examples = examples.iter().map(|example| tidy(example)).collect();
            code.examples.retain(|example| !example.is_empty());
        }
        for (axis, weight) in patch.weights.iter().flatten() {
            if !axes.contains(axis) {
                return Err(CodebookError::UnknownAxis { axis: axis.0.clone() });
            }
            let known = code.weights.iter_mut().find(|(known, _)| known == axis);
            match known {
                Some((_, present)) => *present = *weight,
                None => code.weights.push((axis.clone(), *weight)),
            }
            code.weights.retain(|(_, weight)| *weight != 0.0 && weight.is_finite());
        }
        Ok(())
    }

    /// Changes what is said of a theme.
    ///
    /// # Errors
    /// The theme is unknown, the title is empty or taken, or the colour does not read.
    pub fn change_theme(&mut self, id: &ThemeId, patch: &ThemePatch) -> Result<(), CodebookError> {
        let title = patch.title.as_deref().map(one_line).transpose()?;
        if let Some(title) = &title
            && self.themes.iter().any(|theme| theme.id != *id && fold(&theme.title) == fold(title))
        {
            return Err(CodebookError::TitleTaken { title: title.clone() });
        }
        let place = self.place_of(id)?;
        let theme = &mut self.themes[place];
        theme.title = title.unwrap_or_else(|| theme.title.clone());
        match patch.colour.as_deref().map(str::trim) {
            None => {}
            Some("") => theme.colour = None,
            Some(given) => {
                let read = colour(given).ok_or_else(|| CodebookError::Colour { colour: given.to_owned() })?;
                theme.colour = Some(read);
            }
        }
        if let Some(summary) = &patch.summary {
            theme.summary = tidy(summary);
        }
        Ok(())
    }

    /// Moves a code with those under it.
    ///
    /// # Errors
    /// There is no such code or seat, the seat is under the code, or too deep.
    pub fn seat(&mut self, id: &CodeId, seat: &Seat) -> Result<(), CodebookError> {
        let target = self.place_of(&seat.theme)?;
        let from = self.theme_of(id)?;
        let codes = &self.themes[from].codes;
        let start = codes.iter().position(|code| code.id == *id).unwrap_or_default();
        let end = subtree_end(codes, start);
        let moving = codes[start..end].to_vec();
        let inside = |other: &Option<CodeId>| {
            other.as_ref().is_some_and(|other| moving.iter().any(|code| code.id == *other))
        };
        if inside(&seat.parent) {
            return Err(CodebookError::IntoItself { code: id.0.clone() });
        }
        if inside(&seat.before) {
            return Ok(());
        }
        let above = match &seat.parent {
            None => 0,
            Some(parent) => {
                let found = self.themes[target].codes.iter().find(|code| code.id == *parent);
                let found = found.ok_or_else(|| CodebookError::UnknownCode { code: parent.0.clone() })?;
                1 + depth(&self.themes[target].codes, found)
            }
        };
        let own = depth(&self.themes[from].codes, &moving[0]);
        let deepest =
            moving.iter().map(|code| depth(&self.themes[from].codes, code) - own).max().unwrap_or(0);
        if above + deepest > DEEPEST {
            return Err(CodebookError::TooDeep);
        }
        self.themes[from].codes.drain(start..end);
        let codes = &mut self.themes[target].codes;
        let at = match &seat.before {
            Some(before) => codes.iter().position(|code| code.id == *before && code.parent == seat.parent),
            None => seat.parent.as_ref().map_or(Some(codes.len()), |parent| {
                codes.iter().position(|code| code.id == *parent).map(|place| subtree_end(codes, place))
            }),
        };
        let at = at.unwrap_or(codes.len());
        let moved = moving.into_iter().enumerate().map(|(place, code)| Code {
            theme: seat.theme.clone(),
            parent: if place == 0 { seat.parent.clone() } else { code.parent.clone() },
            ..code
        });
        codes.splice(at..at, moved);
        Ok(())
    }

    /// Moves a theme before another, or to the end.
    ///
    /// # Errors
    /// A theme is unknown.
    pub fn seat_theme(&mut self, id: &ThemeId, before: Option<&ThemeId>) -> Result<(), CodebookError> {
        let from = self.place_of(id)?;
        let theme = self.themes.remove(from);
        let at = match before {
            Some(before) if before == id => from,
            Some(before) => match self.place_of(before) {
                Ok(at) => at,
                Err(error) => {
                    self.themes.insert(from, theme);
                    return Err(error);
                }
            },
            None => self.themes.len(),
        };
        self.themes.insert(at, theme);
        Ok(())
    }

    /// Retires a code: it keeps its passages and is given no more.
    ///
    /// # Errors
    /// A code is unknown or the other one retired, or neither reason nor other code is given.
    pub fn retire(&mut self, id: &CodeId, reason: &str, into: Option<&CodeId>) -> Result<(), CodebookError> {
        let reason = tidy(reason);
        if reason.is_empty() && into.is_none() {
            return Err(CodebookError::NoReason);
        }
        if let Some(into) = into {
            self.taking(into)?;
            if into == id {
                return Err(CodebookError::IntoItself { code: id.0.clone() });
            }
        }
        self.code_mut(id)?.retired = Some(Retired { reason, into: into.cloned() });
        Ok(())
    }

    /// Takes a retired code in use again.
    ///
    /// # Errors
    /// The code is unknown.
    pub fn reinstate(&mut self, id: &CodeId) -> Result<(), CodebookError> {
        self.code_mut(id)?.retired = None;
        Ok(())
    }

    /// Finds a code that may be given.
    ///
    /// # Errors
    /// It is unknown or retired.
    pub fn taking(&self, id: &CodeId) -> Result<&Code, CodebookError> {
        let code = self.find(id).ok_or_else(|| CodebookError::UnknownCode { code: id.0.clone() })?;
        if code.retired.is_some() {
            return Err(CodebookError::IntoRetired { code: code.title.clone() });
        }
        Ok(code)
    }

    /// Makes sure that the themes which differ from those of `before` read back the same from their
    /// files; returns their places.
    ///
    /// # Errors
    /// One does not.
    pub fn changed_since(&self, before: &Self) -> Result<Vec<usize>, CodebookError> {
        let is_changed = |(place, theme): &(usize, &Theme)| before.themes.get(*place) != Some(*theme);
        let changed: Vec<(usize, &Theme)> = self.themes.iter().enumerate().filter(is_changed).collect();
        for (_, theme) in &changed {
            let (read, _) = parse_theme(&theme.path, &write_theme(theme));
            if read.map(without_lines).as_ref() != Some(&without_lines((*theme).clone())) {
                return Err(CodebookError::Unreadable);
            }
        }
        Ok(changed.into_iter().map(|(place, _)| place).collect())
    }

    fn place_of(&self, id: &ThemeId) -> Result<usize, CodebookError> {
        let place = self.themes.iter().position(|theme| theme.id == *id);
        place.ok_or_else(|| CodebookError::UnknownTheme { theme: id.0.clone() })
    }

    fn theme_of(&self, id: &CodeId) -> Result<usize, CodebookError> {
        let place = self.themes.iter().position(|theme| theme.codes.iter().any(|code| code.id == *id));
        place.ok_or_else(|| CodebookError::UnknownCode { code: id.0.clone() })
    }

    fn code_mut(&mut self, id: &CodeId) -> Result<&mut Code, CodebookError> {
        let found = self.themes.iter_mut().flat_map(|theme| &mut theme.codes).find(|code| code.id == *id);
        found.ok_or_else(|| CodebookError::UnknownCode { code: id.0.clone() })
    }
}

/// Makes an identifier of a title, of ASCII and as none is yet; `otherwise` where no letter is left.
pub fn identifier(title: &str, otherwise: &str, is_free: impl Fn(&str) -> bool) -> String {
    let folded = fold(title);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut base = words.collect::<Vec<_>>().join("-");
    base.truncate(60);
    let base = if base.is_empty() { otherwise.to_owned() } else { base };
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    std::iter::once(base.clone()).chain(numbered).find(|id| is_free(id)).unwrap_or(base)
}

fn one_line(title: &str) -> Result<String, CodebookError> {
    let title = tidy(title).split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() { Err(CodebookError::NoTitle) } else { Ok(title) }
}

/// Returns where the codes under the one at `start` end.
fn subtree_end(codes: &[Code], start: usize) -> usize {
    let mut inside = vec![&codes[start].id];
    for (place, code) in codes.iter().enumerate().skip(start + 1) {
        if !code.parent.as_ref().is_some_and(|parent| inside.contains(&parent)) {
            return place;
        }
        inside.push(&code.id);
    }
    codes.len()
}

/// Counts the codes above a code.
pub fn depth(codes: &[Code], code: &Code) -> usize {
    let (mut depth, mut parent) = (0, code.parent.as_ref());
    while let Some(above) = parent.and_then(|id| codes.iter().find(|known| known.id == *id)) {
        depth += 1;
        parent = above.parent.as_ref();
        if depth > DEEPEST {
            break;
        }
    }
    depth
}

fn without_lines(mut theme: Theme) -> Theme {
    theme.codes.iter_mut().for_each(|code| code.line = 0);
    theme
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codebook() -> Codebook {
        let theme = |id: &str, source: &str| {
            let (theme, _) = parse_theme(
                &format!("codebook/{id}.md"),
                &format!("---\ntheme: {id}\ntitle: {id}\n---\n{source}"),
            );
            theme.unwrap()
        };
        Codebook {
            themes: vec![
                theme(
                    "t",
                    "\n## A { #a x=1 }\n\n### B { #b }\n\n#### C { #c }\n\n### D { #d }\n\n## E { #e }\n",
                ),
                theme("u", "\n## F { #f }\n\nDéfinition\n: Rien.\n"),
            ],
        }
    }

    /// The tree as `a(b(c) d) e | f`.
    fn tree(codebook: &Codebook) -> String {
        fn under(codes: &[Code], parent: Option<&CodeId>) -> String {
            let children = codes.iter().filter(|code| code.parent.as_ref() == parent);
            let written = children.map(|code| {
                let inside = under(codes, Some(&code.id));
                if inside.is_empty() { code.id.0.clone() } else { format!("{}({inside})", code.id) }
            });
            written.collect::<Vec<_>>().join(" ")
        }
        let themes = codebook.themes.iter().map(|theme| under(&theme.codes, None));
        themes.collect::<Vec<_>>().join(" | ")
    }

    fn seated(code: &str, theme: &str, parent: &str, before: &str) -> Result<String, CodebookError> {
        let named = |id: &str| (!id.is_empty()).then(|| CodeId::from(id));
        let seat = Seat { theme: ThemeId::from(theme), parent: named(parent), before: named(before) };
        let (mut after, before) = (codebook(), codebook());
        after.seat(&CodeId::from(code), &seat)?;
        after.changed_since(&before)?;
        Ok(tree(&after))
    }

    #[test]
    fn a_code_moves_with_those_under_it() {
        assert_eq!(tree(&codebook()), "a(b(c) d) e | f");
        let moves = [
            ("b", "t", "", "a", "b(c) a(d) e | f"),
            ("b", "t", "", "", "a(d) e b(c) | f"),
            ("e", "t", "a", "", "a(b(c) d e) | f"),
            ("e", "t", "b", "c", "a(b(e c) d) | f"),
            ("a", "u", "f", "", "e | f(a(b(c) d))"),
            ("b", "u", "", "f", "a(d) e | b(c) f"),
            ("d", "t", "a", "b", "a(d b(c)) e | f"),
            ("d", "t", "a", "d", "a(b(c) d) e | f"),
        ];
        for (code, theme, parent, before, expected) in moves {
            assert_eq!(
                seated(code, theme, parent, before).as_deref(),
                Ok(expected),
                "{code} {parent} {before}"
            );
        }
        assert_eq!(seated("a", "t", "c", ""), Err(CodebookError::IntoItself { code: "a".to_owned() }));
        assert_eq!(seated("a", "v", "", ""), Err(CodebookError::UnknownTheme { theme: "v".to_owned() }));
        assert_eq!(seated("z", "t", "", ""), Err(CodebookError::UnknownCode { code: "z".to_owned() }));
        let mut deep = codebook();
        let under = |theme: &str, parent: &str| Seat {
            theme: theme.into(),
            parent: Some(parent.into()),
            before: None,
        };
        deep.seat(&"f".into(), &under("t", "c")).unwrap();
        assert_eq!(deep.seat(&"e".into(), &under("t", "f")), Ok(()));
        deep.add_code(&under("t", "e"), "Trop", "").unwrap_err();
    }

    #[test]
    fn texts_are_kept_as_they_would_be_read() {
        let (mut after, before) = (codebook(), codebook());
        let patch = CodePatch {
            title: Some(" Été,  [vu] #1 ".to_owned()),
            definition: Some("Un\r\n\r\n\r\n- deux  \n* trois\n1. e\u{301}".to_owned()),
            examples: Some(vec!["« Oui. »".to_owned(), "  ".to_owned(), ": non".to_owned()]),
            weights: Some(vec![("x".into(), 0.0), ("y".into(), -1.5)]),
            ..CodePatch::default()
        };
        after.change_code(&"a".into(), &patch, &["x".into(), "y".into()]).unwrap();
        let code = after.find(&"a".into()).unwrap();
        assert_eq!(
            (code.title.as_str(), code.weights.as_slice()),
            ("Été, [vu] #1", &[(AxisId::from("y"), -1.5)][..])
        );
        assert_eq!(code.definition, "Un\n\n- deux\n* trois\n1. é");
        assert_eq!(code.examples, ["« Oui. »", ": non"]);
        after.retire(&"e".into(), "Trop *rare*.", Some(&"a".into())).unwrap();
        assert_eq!(after.changed_since(&before), Ok(vec![0]));
        let id = after.add_code(&Seat { theme: "u".into(), ..Seat::default() }, "A !", "").unwrap();
        assert_eq!(id.as_str(), "a-2");
        let theme = after.add_theme("Ressources", "#AbC").unwrap();
        assert_eq!((theme.as_str(), after.themes[2].colour.as_deref()), ("ressources", Some("#aabbcc")));
        assert_eq!(after.changed_since(&before), Ok(vec![0, 1, 2]));
        after.seat_theme(&"ressources".into(), Some(&"t".into())).unwrap();
        assert_eq!(after.themes[0].id.as_str(), "ressources");
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let mut codebook = codebook();
        let titled = |title: &str| CodePatch { title: Some(title.to_owned()), ..CodePatch::default() };
        assert_eq!(codebook.change_code(&"a".into(), &titled(" "), &[]), Err(CodebookError::NoTitle));
        let taken = codebook.change_code(&"a".into(), &titled("é"), &[]);
        assert_eq!(taken, Err(CodebookError::TitleTaken { title: "é".to_owned() }));
        assert_eq!(codebook.retire(&"a".into(), " \n", None), Err(CodebookError::NoReason));
        assert!(codebook.retire(&"a".into(), "", Some(&"a".into())).is_err());
        codebook.retire(&"a".into(), "rare", None).unwrap();
        let into = codebook.retire(&"b".into(), "", Some(&"a".into()));
        assert_eq!(into, Err(CodebookError::IntoRetired { code: "A".to_owned() }));
        codebook.reinstate(&"a".into()).unwrap();
        assert!(codebook.taking(&"a".into()).is_ok());
        let weight = CodePatch { weights: Some(vec![("z".into(), 1.0)]), ..CodePatch::default() };
        assert!(codebook.change_code(&"a".into(), &weight, &["x".into()]).is_err());
        let colour = ThemePatch { colour: Some("rouge".to_owned()), ..ThemePatch::default() };
        assert!(codebook.change_theme(&"t".into(), &colour).is_err());
    }
}
