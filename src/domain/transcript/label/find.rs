//! The labels of a file: in the style that it mostly uses, those that recur.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::head::described;
use super::line::Line;
use super::loose;
use super::name::{can_be_a_name, differ_by_one, is_short_name, plain_name};
use super::shape::{Label, Style, alone, bold, bracketed, plain, timed};
use crate::domain::transcript::draft::Draft;
use crate::domain::transcript::model::MarkKind;
use crate::domain::transcript::timecode;

/// Finds the label of each line in the style that the file mostly uses; `known` are names that the
/// front matter or the format gives, `usual` those of the study's settings.
pub(crate) fn find(draft: &Draft, lines: &[Line], known: &[String], usual: &[String]) -> Vec<Option<Label>> {
    let plain_names =
        |names: &[String]| names.iter().map(|name| plain_name(name)).collect::<BTreeSet<String>>();
    let names = Known { given: plain_names(known), usual: plain_names(usual) };
    let strong = strong_marks(draft);
    let skipped = if draft.is_written { described(draft, lines) } else { 0 };
    let candidates: Vec<[Option<Label>; 5]> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            if line.heading.is_some() || at < skipped {
                return [None, None, None, None, None];
            }
            [
                bold(draft, line, &strong),
                plain(draft, line),
                timed(draft, line).filter(|label| speech_below(draft, label, lines.get(at + 1))),
                bracketed(draft, line),
                alone(draft, line, &strong),
            ]
        })
        .collect();
    let mut best: (usize, Vec<Option<Label>>) = (0, vec![None; lines.len()]);
    for style in 0..5 {
        let of_style = candidates.iter().map(|of_line| of_line[style].clone()).collect();
        let labels = accept(draft, lines, of_style, &names);
        let count = labels.iter().flatten().count();
        if count > best.0 {
            best = (count, labels);
        }
    }
    if !draft.is_written {
        return best.1;
    }
    // What most lines say surely is not asked again of each.
    if 2 * best.0 < lines.len()
        && let Some(labels) = loose::find(draft, lines, &strong)
        && labels.iter().flatten().count() > 2 * best.0
    {
        return labels;
    }
    if best.0 == 0 {
        let plain = candidates.into_iter().map(|[_, plain, ..]| plain).collect();
        return numbered(draft, plain).unwrap_or(best.1);
    }
    mixed(draft, lines, best.1, skipped)
}

/// Whether a name after a time has its speech on the next line: `[0:03] Oui`, `[0:05] Non` are no names.
fn speech_below(draft: &Draft, label: &Label, next: Option<&Line>) -> bool {
    let is_before = label.time.as_ref().is_some_and(|(time, _)| time.start < label.name.start);
    let is_timed = |line: &Line| timecode::read_at_start(&draft.text[line.range.clone()]).is_some();
    !is_before || next.is_some_and(|next| next.heading.is_none() && !is_timed(next))
}

/// Names that are labels though they do not recur.
struct Known {
    /// By the file: once is enough.
    given: BTreeSet<String>,
    /// By the study, for whatever file: above an interview they describe it.
    usual: BTreeSet<String>,
}

/// Lists what stands before a colon, looks like a name and was not taken for a label, in a file that has
/// labels of that kind: at the start of a paragraph, or of any line where each line is a turn.
pub(crate) fn refused(draft: &Draft, lines: &[Line], labels: &[Option<Label>]) -> Vec<Range<usize>> {
    /// More would hide what else is told.
    const MOST: usize = 40;
    let Some(style) = labels.iter().flatten().map(|label| label.style).next() else { return Vec::new() };
    if style != Style::Plain && !(draft.is_written && style == Style::Bold) {
        return Vec::new();
    }
    let count = labels.iter().flatten().count();
    let inside = lines.iter().zip(labels).filter(|(line, label)| label.is_some() && !line.begins_paragraph);
    let is_turn_a_line = draft.is_written && inside.count() * 2 > count;
    let skipped = if draft.is_written { described(draft, lines) } else { 0 };
    let doubtful = lines
        .iter()
        .zip(labels)
        .skip(skipped)
        .filter(|(line, label)| label.is_none() && (line.begins_paragraph || is_turn_a_line));
    doubtful
        .filter(|(line, _)| line.heading.is_none())
        .filter_map(|(line, _)| plain(draft, line).map(|label| (line, label.name)))
        .filter(|(line, name)| {
            let name = &draft.text[name.clone()];
            let begins = name.chars().next().is_some_and(|sign| !sign.is_lowercase());
            name.split_whitespace().count() <= 3 && (line.begins_paragraph || begins)
        })
        .map(|(_, name)| name)
        .take(MOST)
        .collect()
}

/// Tells whether a line begins with a label in bold.
pub(crate) fn is_bold(draft: &Draft, line: &Line) -> bool {
    bold(draft, line, &strong_marks(draft)).is_some()
}

fn strong_marks(draft: &Draft) -> Vec<&Range<usize>> {
    let strong = draft.marks.iter().filter(|(_, kind)| *kind == MarkKind::Strong);
    let mut strong: Vec<&Range<usize>> = strong.map(|(range, _)| range).collect();
    strong.sort_by_key(|range| range.start);
    strong
}

/// Keeps the candidates that are labels: bold ones are; the others must recur, be known, differ
/// by one slip from one that recurs, or look in all as those that do.
fn accept(
    draft: &Draft,
    lines: &[Line],
    candidates: Vec<Option<Label>>,
    known: &Known,
) -> Vec<Option<Label>> {
    let name = |label: &Label| plain_name(&draft.text[label.name.clone()]);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for label in candidates.iter().flatten() {
        *counts.entry(name(label)).or_default() += 1;
    }
    let recurs = |name: &str| counts.get(name).is_some_and(|count| *count > 1);
    let is_label = |name: &str| recurs(name) || known.given.contains(name) || known.usual.contains(name);
    let recurring: Vec<&String> = counts.keys().filter(|name| is_label(name)).collect();
    let accepted: BTreeSet<&String> = counts
        .keys()
        .filter(|name| is_label(name) || recurring.iter().take(32).any(|other| differ_by_one(name, other)))
        .collect();
    let first = candidates.iter().position(|label| label.as_ref().is_some_and(|label| recurs(&name(label))));
    let turns = counts.values().filter(|count| **count > 1).sum::<usize>();
    // A name with its time alone on the line is no speech, nor is one in capitals where all are.
    let alike = |label: &Label| match label.style {
        Style::Timed => {
            let is_after = label.time.as_ref().is_some_and(|(time, _)| time.start > label.name.start);
            let name = &draft.text[label.name.clone()];
            is_after && turns > 1 && is_short_name(name) && !name.contains(',')
        }
        Style::Plain => label.time.is_some() && turns > 1 && draft.is_written,
        Style::Alone => {
            let is_capital = |label: &Label| !draft.text[label.name.clone()].contains(char::is_lowercase);
            let all = candidates.iter().flatten().filter(|label| recurs(&name(label))).all(is_capital);
            turns > 1 && all && is_capital(label)
        }
        _ => false,
    };
    let keeps: Vec<bool> = candidates
        .iter()
        .zip(lines)
        .enumerate()
        .map(|(at, (label, line))| {
            let Some(label) = label else { return false };
            if label.style == Style::Bold {
                return true;
            }
            let name = name(label);
            let is_above = first.is_some_and(|first| at < first) && turns > 2;
            let only_usual = !recurs(&name) && !known.given.contains(&name) && known.usual.contains(&name);
            if draft.is_written && is_above && only_usual {
                return false;
            }
            alike(label)
                || (accepted.contains(&name)
                    && (line.begins_paragraph || label.style.stands_above() || !lonely(&recurring)))
        })
        .collect();
    candidates.into_iter().zip(keeps).map(|(label, keep)| label.filter(|_| keep)).collect()
}

/// A single recurring word before a colon inside paragraphs is more likely a turn of phrase.
fn lonely(recurring: &[&String]) -> bool {
    recurring.len() < 2
}

/// Adds labels of persons who are heard, where they are written less carefully than the others.
fn mixed(
    draft: &Draft,
    lines: &[Line],
    mut labels: Vec<Option<Label>>,
    skipped: usize,
) -> Vec<Option<Label>> {
    let name = |label: &Label| plain_name(&draft.text[label.name.clone()]);
    let heard: BTreeSet<String> = labels.iter().flatten().map(name).collect();
    for (line, label) in lines.iter().zip(&mut labels).skip(skipped) {
        if label.is_none() && line.heading.is_none() && line.begins_paragraph {
            *label = plain(draft, line).filter(|found| heard.contains(&name(found)));
        }
    }
    labels
}

/// Takes `Q1`, `R1`, `Q2`, `R2` for two persons whose turns are numbered; none when they are not.
fn numbered(draft: &Draft, labels: Vec<Option<Label>>) -> Option<Vec<Option<Label>>> {
    let mut last: BTreeMap<String, (u32, usize)> = BTreeMap::new();
    let mut found = Vec::with_capacity(labels.len());
    for label in labels {
        let numbered = label.and_then(|label| {
            let text = &draft.text[label.name.clone()];
            let base = text.trim_end_matches(|sign: char| sign.is_ascii_digit());
            let number: u32 = text[base.len()..].parse().ok()?;
            let base = base.trim_end();
            let (latest, count) = last.entry(plain_name(base)).or_default();
            if !can_be_a_name(base, Style::Plain) || number <= *latest {
                return None;
            }
            (*latest, *count) = (number, *count + 1);
            Some(Label { name: label.name.start..label.name.start + base.len(), ..label })
        });
        found.push(numbered);
    }
    let are_two = (2..=3).contains(&last.len()) && last.values().all(|(_, count)| *count > 1);
    are_two.then_some(found)
}

#[cfg(test)]
mod tests {
    use crate::domain::transcript::{Face, Roles, Written, parse_written};

    /// Label and speech of each turn, and the time of its label.
    fn turns(written: &Written) -> Vec<(String, String)> {
        let version = parse_written("e.docx", written, &Roles::default()).transcript.expect("words").version;
        let index = crate::text::TextIndex::new(&version.text);
        version
            .turns
            .iter()
            .map(|turn| (version.label(turn).to_owned(), index.slice(turn.speech).to_owned()))
            .collect()
    }

    fn read(text: &str) -> Vec<(String, String)> {
        turns(&Written::plain(text))
    }

    const SAID: [(&str, &str); 4] = [
        ("Enquêtrice", "Vous êtes arrivée quand ?"),
        ("Nadia", "En 1998, avec mes parents."),
        ("Enquêtrice", "Et l’école ?"),
        ("Nadia", "C’était dur : on se moquait."),
    ];

    fn said() -> Vec<(String, String)> {
        SAID.iter().map(|(name, words)| ((*name).to_owned(), (*words).to_owned())).collect()
    }

    #[test]
    fn each_program_and_each_hand_has_its_way_to_write_who_speaks() {
        let each = |form: &dyn Fn(usize, &str, &str) -> String| -> String {
            SAID.iter().enumerate().map(|(at, (name, words))| form(at, name, words)).collect()
        };
        type Form<'a> = (&'a str, &'a dyn Fn(usize, &str, &str) -> String);
        let forms: [Form<'_>; 29] = [
            ("colon", &|_, name, words| format!("{name} : {words}\n")),
            ("brackets and colon", &|_, name, words| format!("[{name}]: {words}\n")),
            ("brackets", &|_, name, words| format!("[{name}] {words}\n\n")),
            ("en dash", &|_, name, words| format!("{name} – {words}\n")),
            ("em dash", &|_, name, words| format!("{name} — {words}\n\n")),
            ("tab", &|_, name, words| format!("{name}\t{words}\n")),
            ("bullet", &|_, name, words| format!("• {name} : {words}\n")),
            ("quoted", &|_, name, words| format!("> {name} : {words}\n\n")),
            ("hash", &|_, name, words| format!("#{name}: {words}\n")),
            ("name above", &|_, name, words| format!("{name}\n{words}\n\n")),
            ("time and name above", &|at, name, words| format!("[00:00:0{at}] {name}\n{words}\n\n")),
            ("time, dash and name above", &|at, name, words| {
                format!("[00:00:0{at}.340] - {name}\n{words}\n\n")
            }),
            ("name and two times above", &|at, name, words| {
                format!("{name}  00:00:0{at} - 00:00:09\n{words}\n\n")
            }),
            ("name, time, words", &|at, name, words| format!("{name}\n0:0{at}\n{words}\n")),
            ("times, name, words", &|at, name, words| {
                format!("0:0:{at}.310 --> 0:0:9.10\n{name}\n{words}\n\n")
            }),
            ("time above the label", &|at, name, words| format!("00:00:0{at}\n{name} : {words}\n\n")),
            ("time above the label, closely", &|at, name, words| format!("00:00:0{at}\n{name} : {words}\n")),
            ("f4, time first", &|at, name, words| format!("#00:00:0{at}-3# {name}: {words}\n")),
            ("semicolon", &|_, name, words| format!("{name} ; {words}\n")),
            ("equals", &|_, name, words| format!("{name} = {words}\n")),
            ("slash", &|_, name, words| format!("{name}/ {words}\n\n")),
            ("parentheses", &|_, name, words| format!("({name}) {words}\n\n")),
            ("messages", &|at, name, words| format!("12/03/2024, 14:0{at} - {name}: {words}\n")),
            ("messages in brackets", &|at, name, words| {
                format!("[12/03/2024 14:0{at}:11] {name}: {words}\n")
            }),
            ("tabs of ELAN", &|at, name, words| {
                format!("{name}\t\t00:00:0{at}.200\t{at}.2\t00:00:09.200\t9.2\t00:00:05.000\t5.0\t{words}\n")
            }),
            ("minutes in words", &|at, name, words| format!("{name} (3'1{at}'') : {words}\n")),
            ("hours in words", &|at, name, words| format!("[0h03m1{at}s] {name} : {words}\n")),
            ("a time and a no-break space", &|at, name, words| format!("00:0{at}\u{a0}{name}: {words}\n")),
            ("a note beside the name", &|_, name, words| format!("{name} : {words}\n")),
        ];
        for (what, form) in forms {
            assert_eq!(read(&each(form)), said(), "{what}");
        }
    }

    #[test]
    fn letters_and_numbers_are_names_where_they_come_in_turn() {
        let letters = "Q. Quand ?\nR. En 1998.\nQ. Et l’école ?\nR. Dur.\n";
        let names: Vec<String> = read(letters).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["Q", "R", "Q", "R"]);
        let numbers = "Q1 : Quand ?\n\nR1 : En 1998.\n\nQ2 : Et l’école ?\n\nR2 : Dur.\n";
        let names: Vec<String> = read(numbers).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["Q", "R", "Q", "R"]);
        // Persons who recur keep their numbers.
        let group = "P1 : Oui.\nP2 : Non.\nP1 : Si.\nP2 : Ah.\n";
        assert_eq!(read(group)[1].0, "P2");
    }

    #[test]
    fn names_in_bold_and_headings_need_no_colon() {
        let mut spaced = Written::default();
        let mut headed = Written::default();
        for (name, words) in SAID {
            spaced.say(name, Face { strong: true, emphasis: false });
            spaced.say(&format!(" {words}"), Face::default());
            spaced.end_paragraph(None);
            headed.say(name, Face::default());
            headed.end_paragraph(Some(3));
            headed.say(words, Face::default());
            headed.end_paragraph(None);
        }
        assert_eq!(turns(&spaced), said());
        assert_eq!(turns(&headed), said());
    }

    #[test]
    fn speech_that_looks_like_labels_stays_speech() {
        for text in [
            // Short answers of an interview without labels.
            "Vous venez d’où ?\n\nOui\n\nEt ensuite ?\n\nNon\n\nVraiment ?\n\nOui\n\nBien.\n\nNon\n",
            // Dashes inside sentences.
            "Oui – enfin, presque. Je venais là.\n\nUne phrase.\n\nUne autre.\n\nOui – mais non.\n\nNon – jamais.\n\nNon – pas lui.\n\nEncore.\n\nUne.\n\nDeux.\n",
            // Events in brackets.
            "[rires] Oui.\n\nJe ne sais pas.\n\n[silence] Non.\n\nAlors voilà.\n\nC’est tout.\n\n[rires] Bon.\n\nEh bien.\n\n[silence] Ah.\n\nFin.\n",
            // Times alone.
            "[00:00:03] Oui\n[00:00:05] Non\n[00:00:07] Oui\n[00:00:09] Non\n",
        ] {
            assert!(read(text).iter().all(|(name, _)| name.is_empty()), "{text}: {:?}", read(text));
        }
    }

    #[test]
    fn lines_that_describe_an_interview_are_nobodys_speech() {
        let text = "Date : 12 mars 2024\nLieu : Roubaix\nEnquêtrice : Camille Lefebvre\n\nDurée : 1 h 12\n\nEnquêtrice : Quand ?\nNadia : En 1998.\nEnquêtrice : Ah.\nNadia : Oui.\n";
        let found = read(text);
        assert_eq!(found.len(), 5, "{found:?}");
        assert_eq!(found[0].0, "");
        assert_eq!(found[1], ("Enquêtrice".to_owned(), "Quand ?".to_owned()));
    }

    #[test]
    fn a_label_written_less_carefully_is_one_too() {
        let mut written = Written::default();
        for (name, words, strong) in
            [("Nadia", "À Roubaix.", true), ("Lui", "Vous travaillez ?", true), ("Nadia", "Oui.", false)]
        {
            written.say(&format!("{name} :"), Face { strong, emphasis: false });
            written.say(&format!(" {words}"), Face::default());
            written.end_paragraph(None);
        }
        let names: Vec<String> = turns(&written).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["Nadia", "Lui", "Nadia"]);
    }

    #[test]
    fn swapped_letters_are_the_same_person_mistyped_and_once_is_told() {
        let text = "Animatrice : Bonjour.\nSylvie : Oui.\nAnimatrcie : Et vous ?\nSylvie : Non.\nAnimatrice : Bien.\nJP : Moi aussi.\n";
        let parsed = parse_written("f.txt", &Written::plain(text), &Roles::default());
        let told: Vec<&str> = parsed.diagnostics.iter().map(|found| found.key.as_ref()).collect();
        assert!(told.contains(&"label-near") && told.contains(&"label-refused"), "{told:?}");
    }
}
