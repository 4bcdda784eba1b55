//! A code made while coding: the code and its codings are one operation.

use serde_json::json;

use super::apply::{Application, Applied, check, made, made_before, still_present, write};
use super::error::CodingError;
use super::place::place;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::request::open;
use crate::domain::codebook::{Code, Codebook, Theme};
use crate::domain::{CodeId, ThemeId};
use crate::text::fold::fold;

const KIND: &str = "code-new";

/// The code wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewCode {
    /// The theme it belongs to; none: the first, or a new one in a study without a codebook.
    pub theme: Option<ThemeId>,
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
    let (position, mut theme) = match &wanted.theme {
        Some(id) => {
            let unknown = || CodingError::UnknownTheme { theme: id.0.clone() };
            let position = codebook.themes.iter().position(|theme| theme.id == *id).ok_or_else(unknown)?;
            (position, codebook.themes[position].clone())
        }
        None => (0, codebook.themes.first().cloned().unwrap_or_else(first_theme)),
    };
    theme.codes.push(Code {
        id: identifier(codebook, title),
        theme: theme.id.clone(),
        title: title.to_owned(),
        definition: wanted.definition.trim().to_owned(),
        ..Code::default()
    });
    Ok((position, theme))
}

fn first_theme() -> Theme {
    Theme { id: ThemeId::from("codes"), title: "Codes".to_owned(), ..Theme::default() }
}

/// Makes an identifier of a title: letters and digits of ASCII joined by hyphens, as no code has it yet.
fn identifier(codebook: &Codebook, title: &str) -> CodeId {
    let folded = fold(title);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug: String = words.collect::<Vec<_>>().join("-");
    slug.truncate(60);
    let slug = if slug.is_empty() { "code".to_owned() } else { slug };
    let numbered = (2..).map(|number| format!("{slug}-{number}"));
    let is_free = |id: &String| !codebook.codes().any(|code| code.id.as_str() == id);
    CodeId(std::iter::once(slug.clone()).chain(numbered).find(is_free).unwrap_or(slug))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_of_ascii_and_new() {
        let mut codebook = Codebook::default();
        let of = |codebook: &Codebook, title: &str| identifier(codebook, title).0;
        assert_eq!(of(&codebook, "L’été, « à cœur »"), "l-ete-a-coeur");
        assert_eq!(of(&codebook, "\u{5e9}\u{5dc}\u{5d5}\u{5dd} 👍"), "code");
        let wanted = NewCode { title: "Été".to_owned(), ..NewCode::default() };
        let (_, theme) = with_code(&codebook, &wanted, "Été").unwrap();
        codebook.themes.push(theme);
        assert_eq!(of(&codebook, "ETE !"), "ete-2");
        assert!(matches!(with_code(&codebook, &wanted, "ete"), Err(CodingError::CodeExists { .. })));
    }
}
