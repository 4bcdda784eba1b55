//! Bands of numbers, in words.

use crate::i18n::Catalog;

/// Writes a band that is named by its bounds (`-25`, `25-34`, `55-`) in words; another name as it is.
///
/// `id` is the role of the characteristic: ages are said in years.
pub fn band_in_words(id: &str, band: &str, catalog: &Catalog) -> String {
    let unit = if id == "age" { "age" } else { "number" };
    let text = |kind: &str, low: &str, high: &str| {
        catalog.text(&format!("findings-band-{unit}-{kind}"), &[("low", low.into()), ("high", high.into())])
    };
    let is_number = |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_digit());
    match band.split_once('-') {
        Some(("", high)) if is_number(high) => text("under", high, high),
        Some((low, "")) if is_number(low) => text("over", low, low),
        Some((low, high)) if is_number(low) && low == high => low.to_owned(),
        Some((low, high)) if is_number(low) && is_number(high) => text("between", low, high),
        _ => band.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn bands_are_told_as_people_say_them() {
        let catalog = Catalog::new(Language::Fr);
        let said: Vec<String> =
            ["-25", "25-34", "55-"].iter().map(|band| band_in_words("age", band, &catalog)).collect();
        assert_eq!(said, ["moins de 25 ans", "25–34 ans", "55 ans et plus"]);
        assert_eq!(band_in_words("children", "2-2", &catalog), "2");
        assert_eq!(band_in_words("children", "4-", &catalog), "4 et plus");
        assert_eq!(band_in_words("family", "alone-after-union", &catalog), "alone-after-union");
    }
}
