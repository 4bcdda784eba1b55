//! Quotation marks, and other ones inside them.

use crate::i18n::format::number::{NO_BREAK, THIN};
use crate::i18n::format::spacing::spaced;
use crate::text::Language;

/// Puts a text between the quotation marks of the language; marks inside it become inner ones.
///
/// The words are kept; only spaces, apostrophes and marks are set.
pub fn quoted(text: &str, language: Language) -> String {
    let inner = inner_marks(text.trim(), language);
    match language {
        Language::Fr => format!("«{NO_BREAK}{}{NO_BREAK}»", spaced(&inner, Language::Fr)),
        Language::En => format!("“{}”", spaced(&inner, Language::En)),
    }
}

/// Puts what an interviewee said, in the language `spoken`, between the marks of the report's language.
pub fn verbatim(text: &str, spoken: Language, language: Language) -> String {
    // French words keep French spaces, even in the English edition.
    let set = spaced(text.trim(), spoken);
    match language {
        Language::Fr => format!("«{NO_BREAK}{}{NO_BREAK}»", inner_marks(&set, Language::Fr)),
        Language::En => format!("“{}”", inner_marks(&set, Language::En)),
    }
}

/// Turns every quotation mark of a text into an inner one: “ ” in French, ‘ ’ in English.
pub fn inner_marks(text: &str, language: Language) -> String {
    let (open, close) = match language {
        Language::Fr => ('“', '”'),
        Language::En => ('‘', '’'),
    };
    let is_space = |c: char| c == ' ' || c == NO_BREAK || c == THIN;
    let mut written = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '«' | '“' => {
                written.push(open);
                while letters.next_if(|next| is_space(*next)).is_some() {}
            }
            '»' | '”' => {
                while written.chars().next_back().is_some_and(is_space) {
                    written.pop();
                }
                written.push(close);
            }
            '"' => {
                let opens =
                    written.chars().next_back().is_none_or(|last| last.is_whitespace() || last == '(');
                written.push(if opens { open } else { close });
            }
            other => written.push(other),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inner_guillemets_become_curly() {
        assert_eq!(
            verbatim("j'ai mis « dans l'attente de votre retour », voilà", Language::Fr, Language::Fr),
            "«\u{A0}j’ai mis “dans l’attente de votre retour”, voilà\u{A0}»"
        );
        assert_eq!(quoted("Dettes et impayés", Language::Fr), "«\u{A0}Dettes et impayés\u{A0}»");
        assert_eq!(quoted("Debts", Language::En), "“Debts”");
    }

    #[test]
    fn english_words_keep_their_spaces_in_french() {
        let said = verbatim("And then? \"No!\"", Language::En, Language::Fr);
        assert_eq!(said, "«\u{A0}And then? “No!”\u{A0}»");
    }

    #[test]
    fn french_words_keep_their_spaces_in_english() {
        assert_eq!(verbatim("Il a dit quoi ?", Language::Fr, Language::En), "“Il a dit quoi\u{202F}?”");
        assert_eq!(verbatim("elle dit « non ! »", Language::Fr, Language::En), "“elle dit ‘non\u{202F}!’”");
    }
}
