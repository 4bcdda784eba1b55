//! A code made while coding: the code and its codings are one operation.

use serde_json::json;

use super::apply::{Application, Applied, check, made, made_before, still_present, write};
use super::error::CodingError;
use super::place::place;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::request::open;
use crate::domain::codebook::{Code, Codebook, Theme, identifier};
use crate::domain::{CodeId, ThemeId};
use crate::text::fold::fold;

const KIND: &str = "code-new";

/// The code wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewCode {
    /// The theme it belongs to; none: the one of `theme_title`, else the first, or a new one in a study
    /// without a codebook.
    pub theme: Option<ThemeId>,
    /// The title of a theme, made where no theme is called so; empty for none.
    pub theme_title: String,
    /// As people read it.
    pub title: String,
    /// What it is, possibly empty.
    pub definition: String,
    /// Where it is put at once; its codes are not looked at.
    pub application: Application,
}

/// Makes a code and codes with it; returns its id and what was put.
///
/// # Errors
/// The title is empty or taken, or a passage is not there; then nothing is written.
pub async fn new_code(context: &Context, wanted: &NewCode) -> Result<(CodeId, Applied), AppError> {
    let request = wanted.application.request.as_deref();
    let again = async || -> Result<Option<(CodeId, Applied)>, AppError> {
        let Some(operation) = made(context, request, KIND).await? else { return Ok(None) };
        let code = CodeId::from(operation.summary["code"].as_str().unwrap_or_default());
        Ok(made_before(context, request, KIND).await?.map(|applied| (code, applied)))
    };
    if let Some(made) = again().await? {
        return Ok(made);
    }
    let title = wanted.title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() {
        return Err(CodingError::NoTitle.into());
    }
    let mut application = wanted.application.clone();
    let passages: usize = application.selected.iter().map(|selected| selected.passages.len()).sum();
    application.codes = vec![CodeId::default()];
    if passages > 0 {
        check(&application)?;
    }
    let mut places = Vec::with_capacity(application.selected.len());
    for selected in &application.selected {
        places.push(place(&context.store, selected).await?);
    }
    let Some(mut change) = open(context, request, KIND).await? else {
        return again().await?.ok_or(AppError::Stopped { what: "request" });
    };
    if !still_present(&mut change, &places).await? {
        return Err(CodingError::OutOfRange { version: places.first().map_or(0, |one| one.version) }.into());
    }
    let codebook = change.codebook().await?;
    let (position, theme) = with_code(&codebook, wanted, &title)?;
    let code = theme.codes.last().map(|code| code.id.clone()).unwrap_or_default();
    change.put_theme(position, &theme).await?;
    application.codes = vec![code.clone()];
    let written = write(context, &mut change, &places, &application).await?;
    let followed = places.iter().any(|one| one.followed);
    let summary = json!({
        "code": code, "title": title, "theme": theme.id, "codings_added": written.codings.len(),
        "followed": followed,
    });
    let operation = change.commit(&summary).await?;
    Ok((code, Applied { operation, codings: written.codings, already: Vec::new(), followed }))
}

/// Returns the theme with the code at its end, and its place among the themes.
fn with_code(codebook: &Codebook, wanted: &NewCode, title: &str) -> Result<(usize, Theme), CodingError> {
    if let Some(known) = codebook.codes().find(|code| fold(&code.title) == fold(title)) {
        return Err(CodingError::CodeExists { title: known.title.clone(), code: known.id.0.clone() });
    }
    let (position, mut theme) = theme_of(codebook, wanted)?;
    theme.codes.push(Code {
        id: CodeId(identifier(title, "code", |id| !codebook.codes().any(|code| code.id.as_str() == id))),
        theme: theme.id.clone(),
        title: title.to_owned(),
        definition: wanted.definition.trim().to_owned(),
        ..Code::default()
    });
    Ok((position, theme))
}

/// Finds the theme wanted, or makes it; with its place among the themes.
fn theme_of(codebook: &Codebook, wanted: &NewCode) -> Result<(usize, Theme), CodingError> {
    let themes = &codebook.themes;
    if let Some(id) = &wanted.theme {
        let unknown = || CodingError::UnknownTheme { theme: id.0.clone() };
        let position = themes.iter().position(|theme| theme.id == *id).ok_or_else(unknown)?;
        return Ok((position, themes[position].clone()));
    }
    let title = wanted.theme_title.split_whitespace().collect::<Vec<_>>().join(" ");
    let known = if title.is_empty() {
        (!themes.is_empty()).then_some(0)
    } else {
        themes.iter().position(|theme| fold(&theme.title) == fold(&title))
    };
    if let Some(position) = known {
        return Ok((position, themes[position].clone()));
    }
    let title = if title.is_empty() { "Codes".to_owned() } else { title };
    let id = ThemeId(identifier(&title, "theme", |id| !themes.iter().any(|theme| theme.id.as_str() == id)));
    Ok((themes.len(), Theme { id, title, ..Theme::default() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(codebook: &mut Codebook, title: &str, theme: &str) -> (String, String) {
        let wanted = NewCode { title: title.to_owned(), theme_title: theme.to_owned(), ..NewCode::default() };
        let (position, theme) = with_code(codebook, &wanted, title).unwrap();
        let names = (theme.id.0.clone(), theme.codes.last().unwrap().id.0.clone());
        codebook.themes.truncate(position);
        codebook.themes.push(theme);
        names
    }

    #[test]
    fn identifiers_are_of_ascii_and_new() {
        let mut codebook = Codebook::default();
        assert_eq!(made(&mut codebook, "L’été, « à cœur »", "").1, "l-ete-a-coeur");
        assert_eq!(made(&mut codebook, "\u{5e9}\u{5dc}\u{5d5}\u{5dd} 👍", "").1, "code");
        assert_eq!(made(&mut codebook, "L’été à cœur", "").1, "l-ete-a-coeur-2");
        let taken = NewCode { title: "l’ete a coeur".to_owned(), ..NewCode::default() };
        assert!(matches!(with_code(&codebook, &taken, "l’ete a coeur"), Err(CodingError::CodeExists { .. })));
    }

    #[test]
    fn a_code_goes_to_the_theme_that_is_named_so_or_makes_it() {
        let mut codebook = Codebook::default();
        assert_eq!(made(&mut codebook, "Piquage", "").0, "codes", "a study without a codebook gets a theme");
        assert_eq!(made(&mut codebook, "Erreur", " Apprendre  le métier ").0, "apprendre-le-metier");
        assert_eq!(codebook.themes[1].title, "Apprendre le métier");
        assert_eq!(made(&mut codebook, "Essai", "apprendre LE metier").0, "apprendre-le-metier");
        assert_eq!(codebook.themes.len(), 2);
    }
}
