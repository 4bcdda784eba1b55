//! Interviews as one text that `IRaMuTeQ` reads.
//!
//! Each interview begins with a line of variables, `**** *ent_e01 *event_separation`; then comes what was
//! said, a line a turn. The format holds names of letters and digits without accents, no blank in a value,
//! and no star in the text: what does not fit is changed or left out, and said.
//!
//! Source: `IRaMuTeQ`, documentation of the corpus format (Ratinaud and Marchand 2012).

use std::collections::BTreeSet;

use serde::Serialize;

use crate::text::fold::fold;

/// Longer values are texts, not modalities.
const LONGEST_VALUE: usize = 40;

/// An interview to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpokenText {
    /// Its id.
    pub id: String,
    /// Names and values of its variables.
    pub variables: Vec<(String, String)>,
    /// What was said, a line a turn.
    pub lines: Vec<String>,
}

/// Something that the format cannot hold, and how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Loss {
    /// `signs`: signs that the format reserves, now blanks; `values`: values written otherwise;
    /// `variables`: variables left out; `ids`: interviews named otherwise; `empty`: interviews without speech.
    pub kind: &'static str,
    /// How many.
    pub count: usize,
    /// Of which variables or interviews, where there are few.
    pub names: Vec<String>,
}

/// A text in the format, with what it does not hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IramuteqText {
    /// The text, with LF line ends.
    pub text: String,
    /// Interviews in it.
    pub interviews: usize,
    /// What was lost, by kind; empty when nothing was.
    pub losses: Vec<Loss>,
}

#[derive(Default)]
struct Count {
    signs: usize,
    values: BTreeSet<String>,
    variables: BTreeSet<String>,
    ids: BTreeSet<String>,
    empty: BTreeSet<String>,
}

/// Writes interviews in their order.
pub fn write(interviews: &[SpokenText]) -> IramuteqText {
    let mut text = String::new();
    let mut lost = Count::default();
    let mut taken = BTreeSet::new();
    let mut written = 0;
    for interview in interviews {
        if interview.lines.iter().all(|line| line.trim().is_empty()) {
            lost.empty.insert(interview.id.clone());
            continue;
        }
        written += 1;
        text.push_str("**** *ent_");
        text.push_str(&name_of(&interview.id, &mut taken, &mut lost));
        for (variable, value) in &interview.variables {
            let (name, short) = (plain(variable), plain(value));
            let is_text = value.chars().count() > LONGEST_VALUE;
            if name.is_empty() || short.is_empty() || is_text {
                lost.variables.insert(variable.clone());
                continue;
            }
            if short != value.to_lowercase() {
                lost.values.insert(variable.clone());
            }
            text.push_str(&format!(" *{name}_{short}"));
        }
        text.push('\n');
        for line in interview.lines.iter().filter(|line| !line.trim().is_empty()) {
            let line: String = line.chars().map(|sign| speech(sign, &mut lost)).collect();
            // A line that begins with a dash would be read as a subject.
            text.push_str(line.trim_start_matches(|sign: char| sign == '-' || sign.is_whitespace()));
            text.push('\n');
        }
        text.push('\n');
    }
    IramuteqText { text, interviews: written, losses: lost.losses() }
}

impl Count {
    fn losses(self) -> Vec<Loss> {
        let named = |kind: &'static str, names: BTreeSet<String>| Loss {
            kind,
            count: names.len(),
            names: names.into_iter().take(20).collect(),
        };
        let signs = Loss { kind: "signs", count: self.signs, names: Vec::new() };
        let all = [
            signs,
            named("values", self.values),
            named("variables", self.variables),
            named("ids", self.ids),
            named("empty", self.empty),
        ];
        all.into_iter().filter(|loss| loss.count > 0).collect()
    }
}

/// Letters and digits without accents, in lower case: what names and values may hold.
fn plain(text: &str) -> String {
    fold(text).chars().filter(char::is_ascii_alphanumeric).collect()
}

/// A name that no other interview has.
fn name_of(id: &str, taken: &mut BTreeSet<String>, lost: &mut Count) -> String {
    let base = plain(id);
    let mut name = if base.is_empty() { "x".to_owned() } else { base.clone() };
    let mut again = 1;
    while !taken.insert(name.clone()) {
        again += 1;
        name = format!("{base}x{again}");
    }
    if name != id.to_lowercase() {
        lost.ids.insert(id.to_owned());
    }
    name
}

fn speech(sign: char, lost: &mut Count) -> char {
    match sign {
        '*' | '$' | '%' | '"' | '^' | '§' => {
            lost.signs += 1;
            ' '
        }
        '\n' | '\r' | '\t' => ' ',
        sign => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interview_is_a_line_of_variables_and_its_speech() {
        let interviews = [
            SpokenText {
                id: "E01".into(),
                variables: vec![("event".into(), "séparation".into()), ("notice".into(), "x".repeat(60))],
                lines: vec!["- L’aide, 10 % de *moins*.".into(), String::new(), "Oui.".into()],
            },
            SpokenText { id: "é 01".into(), lines: vec!["Non.".into()], ..SpokenText::default() },
            SpokenText { id: "E03".into(), ..SpokenText::default() },
        ];
        let written = write(&interviews);
        assert_eq!(
            written.text,
            "**** *ent_e01 *event_separation\nL’aide, 10   de  moins .\nOui.\n\n**** *ent_e01x2\nNon.\n\n"
        );
        assert_eq!(written.interviews, 2);
        let losses: Vec<(&str, usize)> = written.losses.iter().map(|loss| (loss.kind, loss.count)).collect();
        assert_eq!(losses, [("signs", 3), ("values", 1), ("variables", 1), ("ids", 1), ("empty", 1)]);
    }
}
