//! A theme of the codebook read from Markdown: headings are codes, definition lists describe them.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::model::{Code, Theme};
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::front_matter::{self, FrontMatter};
use crate::domain::id::{AxisId, CodeId, ThemeId};
use crate::domain::transcript::plain_name;
use crate::text::{ByteOffset, TextIndex, normalize};

/// Reads one theme; `path` is relative to the study folder.
///
/// Returns no theme when the file says nothing. Text that belongs to no entry is kept, in the
/// definition of its code or in the theme's summary, with a diagnostic.
pub fn parse_theme(path: &str, source: &str) -> (Option<Theme>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let source = normalize(source).text;
    let front = front_matter::read(path, &source, &mut diagnostics);
    let mut theme = read_front(path, &front, &mut diagnostics);
    let mut reader = Reader {
        path,
        index: TextIndex::new(&source),
        theme: &mut theme,
        diagnostics: &mut diagnostics,
        levels: Vec::new(),
        titled: front.get("title").or_else(|| front.get("titre")).is_some(),
        words: String::new(),
        place: None,
        term: None,
        entry: None,
    };
    let options = Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_DEFINITION_LIST;
    for (event, range) in Parser::new_ext(&source[front.body..], options).into_offset_iter() {
        reader.take(event, range.start + front.body);
    }
    reader.flush();
    finish(path, &mut theme, &mut diagnostics);
    diagnostics.sort_by(|one, other| one.place.cmp(&other.place));
    let says_something = !theme.codes.is_empty() || !front.entries.is_empty() || !theme.summary.is_empty();
    (says_something.then_some(theme), diagnostics)
}

fn read_front(path: &str, front: &FrontMatter, diagnostics: &mut Vec<Diagnostic>) -> Theme {
    let find = |keys: &[&str]| keys.iter().find_map(|key| front.get(key));
    let value = |keys: &[&str]| find(keys).map(front_matter::Entry::joined).unwrap_or_default();
    let mut theme = Theme {
        id: ThemeId(value(&["theme", "thème", "id"])),
        title: value(&["title", "titre"]),
        summary: value(&["summary", "résumé", "resume"]),
        path: path.to_owned(),
        ..Theme::default()
    };
    if theme.id.as_str().is_empty() {
        let stem = path.rsplit('/').next().unwrap_or(path);
        let stem = stem.split_once('.').map_or(stem, |(stem, _)| stem);
        theme.id = ThemeId(slug(stem));
        diagnostics.push(Diagnostic::warning(Place::file(path), "theme-id-missing").with("id", &theme.id));
    }
    if let Some(entry) = find(&["colour", "color", "couleur"]) {
        theme.colour = colour(&entry.joined());
        if theme.colour.is_none() {
            diagnostics.push(
                Diagnostic::warning(Place::at(path, entry.line, 1), "theme-colour-unread")
                    .with("value", entry.joined()),
            );
        }
    }
    theme
}

/// Reads `#rrggbb` or `#rgb`, and writes it in the first form, in lower case.
pub(super) fn colour(text: &str) -> Option<String> {
    let digits =
        text.strip_prefix('#').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    let digits: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => digits.to_owned(),
        _ => return None,
    };
    Some(format!("#{}", digits.to_ascii_lowercase()))
}

/// Makes an identifier of a title: letters and digits without accents, joined by hyphens.
pub(super) fn slug(title: &str) -> String {
    let plain = plain_name(title);
    let words: Vec<&str> =
        plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// Gives ids to codes without one, and tells what is missing.
fn finish(path: &str, theme: &mut Theme, diagnostics: &mut Vec<Diagnostic>) {
    if theme.title.is_empty() {
        theme.title = theme.id.to_string();
    }
    if theme.codes.is_empty() {
        diagnostics.push(Diagnostic::warning(Place::file(path), "theme-empty"));
    }
    for code in &mut theme.codes {
        code.theme = theme.id.clone();
        let place = || Place::at(path, code.line, 1);
        if code.definition.is_empty() {
            diagnostics.push(Diagnostic::warning(place(), "code-definition-missing").with("code", &code.id));
        }
        if code.examples.is_empty() {
            diagnostics.push(Diagnostic::note(place(), "code-example-missing").with("code", &code.id));
        }
    }
}

/// What an entry of a definition list describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Definition,
    Include,
    Exclude,
    Example,
    Retired,
    Into,
}

impl Entry {
    fn named(term: &str) -> Option<Self> {
        let term = plain_name(term.trim().trim_end_matches(':').trim());
        Some(match term.as_str() {
            "definition" | "definitions" => Self::Definition,
            "inclure" | "inclusion" | "inclusions" | "include" | "includes" | "inclut" => Self::Include,
            "exclure" | "exclusion" | "exclusions" | "exclude" | "excludes" | "exclut" => Self::Exclude,
            "exemple" | "exemples" | "example" | "examples" => Self::Example,
            "retire" | "retired" => Self::Retired,
            "remplace par" | "replaced by" => Self::Into,
            _ => return None,
        })
    }
}

struct Reader<'a> {
    path: &'a str,
    index: TextIndex<'a>,
    theme: &'a mut Theme,
    diagnostics: &'a mut Vec<Diagnostic>,
    /// Heading levels of the code being read and of those above it, with their place in the theme.
    levels: Vec<(u8, usize)>,
    /// Whether the front matter gave a title.
    titled: bool,
    /// Words read since the last entry, and where they began.
    words: String,
    place: Option<usize>,
    /// The term read last, and the entry that its definitions fill.
    term: Option<String>,
    entry: Option<Entry>,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, at: usize) {
        match event {
            Event::Start(Tag::Heading { level, id, attrs, .. }) => {
                self.flush();
                self.entry = None;
                self.place = Some(at);
                if level as u8 > 1 {
                    let id = id.map(|id| normalize(&id).text);
                    let attributes = attrs
                        .into_iter()
                        .map(|(key, value)| (key.to_string(), value.map(|value| value.to_string())));
                    self.begin_code(level as u8, id, attributes.collect(), at);
                }
            }
            Event::End(TagEnd::Heading(level)) => self.end_heading(level as u8),
            Event::Start(Tag::DefinitionListTitle) => self.flush(),
            Event::End(TagEnd::DefinitionListTitle) => self.end_term(at),
            Event::Start(Tag::DefinitionListDefinition) => self.words.clear(),
            Event::End(TagEnd::DefinitionListDefinition) => self.end_definition(),
            Event::Start(Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock) => self.separate("\n\n", at),
            Event::Start(Tag::Item) => {
                self.separate("\n", at);
                self.words.push_str("- ");
            }
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.place.get_or_insert(at);
                self.words.push_str(&text);
            }
            Event::SoftBreak => self.words.push(' '),
            Event::HardBreak => self.words.push('\n'),
            _ => {}
        }
    }

    fn separate(&mut self, with: &str, at: usize) {
        self.place.get_or_insert(at);
        let kept = self.words.trim_end().len();
        if kept > 0 && !self.words.ends_with("- ") {
            self.words.truncate(kept);
            self.words.push_str(with);
        }
    }

    fn take_words(&mut self) -> String {
        let words = tidy(&std::mem::take(&mut self.words));
        self.place = None;
        words
    }

    fn place_at(&self, at: usize) -> Place {
        let (line, column) = self.index.line_column(ByteOffset(at));
        Place::at(self.path, line, column)
    }

    fn begin_code(
        &mut self,
        level: u8,
        id: Option<String>,
        attributes: Vec<(String, Option<String>)>,
        at: usize,
    ) {
        while self.levels.last().is_some_and(|(above, _)| *above >= level) {
            self.levels.pop();
        }
        let parent = self
            .levels
            .last()
            .and_then(|(_, place)| self.theme.codes.get(*place))
            .map(|code| code.id.clone());
        let mut code = Code {
            id: CodeId(id.unwrap_or_default()),
            parent,
            line: self.index.line_column(ByteOffset(at)).0,
            ..Code::default()
        };
        for (axis, value) in attributes {
            self.weigh(&mut code, &axis, value.as_deref().unwrap_or_default(), at);
        }
        self.levels.push((level, self.theme.codes.len()));
        self.theme.codes.push(code);
    }

    fn weigh(&mut self, code: &mut Code, axis: &str, value: &str, at: usize) {
        let axis = AxisId(normalize(axis).text);
        let known = code.weights.iter().any(|(known, _)| *known == axis);
        let number = value.trim_matches(['"', '\'']).replace(['\u{2212}', '\u{2013}'], "-").replace(',', ".");
        match number.parse::<f64>().ok().filter(|weight| weight.is_finite()) {
            Some(_) if known => self.diagnostics.push(
                Diagnostic::error(self.place_at(at), "code-weight-duplicate")
                    .with("code", &code.id)
                    .with("axis", axis),
            ),
            Some(weight) => code.weights.push((axis, weight)),
            None => self.diagnostics.push(
                Diagnostic::error(self.place_at(at), "code-weight-unread")
                    .with("code", &code.id)
                    .with("axis", axis)
                    .with("value", value),
            ),
        }
    }

    fn end_heading(&mut self, level: u8) {
        let at = self.place;
        let title = self.take_words().replace('\n', " ");
        if level == 1 {
            if !self.titled && !title.is_empty() {
                self.theme.title = title;
                self.titled = true;
            }
            return;
        }
        let place = at.map_or_else(|| Place::file(self.path), |at| self.place_at(at));
        let made = self.free_id(&title);
        let Some(code) = self.theme.codes.last_mut() else { return };
        if title.is_empty() {
            self.diagnostics.push(Diagnostic::error(place.clone(), "code-title-empty"));
        }
        if code.id.as_str().is_empty() {
            code.id = CodeId(made);
            self.diagnostics
                .push(Diagnostic::note(place, "code-id-made").with("title", &title).with("id", &code.id));
        }
        code.title = if title.is_empty() { code.id.to_string() } else { title };
    }

    fn free_id(&self, title: &str) -> String {
        let taken: BTreeSet<&str> = self.theme.codes.iter().map(|code| code.id.as_str()).collect();
        let base = Some(slug(title)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "code".to_owned());
        let mut id = base.clone();
        let mut number = 2;
        while taken.contains(id.as_str()) {
            id = format!("{base}-{number}");
            number += 1;
        }
        id
    }

    fn end_term(&mut self, at: usize) {
        let term = self.take_words();
        self.entry = Entry::named(&term);
        if let (None, Some(code)) = (self.entry, self.theme.codes.last()) {
            self.diagnostics.push(
                Diagnostic::warning(self.place_at(at), "code-term-unknown")
                    .with("term", &term)
                    .with("code", &code.id),
            );
        }
        self.term = Some(term);
    }

    fn end_definition(&mut self) {
        let at = self.place;
        let words = self.take_words();
        let Some(code) = self.theme.codes.last_mut() else {
            let term = self.term.clone().unwrap_or_default();
            self.keep_outside(format!("{term} : {words}").trim(), at);
            return;
        };
        match self.entry {
            Some(Entry::Definition) => append(&mut code.definition, &words),
            Some(Entry::Include) => append(&mut code.include, &words),
            Some(Entry::Exclude) => append(&mut code.exclude, &words),
            Some(Entry::Example) => {
                if !words.is_empty() {
                    code.examples.push(words);
                }
            }
            Some(Entry::Retired) => {
                if !words.is_empty() {
                    append(&mut code.retired.get_or_insert_default().reason, &words);
                }
            }
            Some(Entry::Into) => {
                if !words.is_empty() {
                    code.retired.get_or_insert_default().into = Some(CodeId(words));
                }
            }
            None => {
                let term = self.term.as_deref().unwrap_or_default();
                append(&mut code.definition, format!("{term} : {words}").trim());
            }
        }
    }

    /// Keeps the words that stand outside every entry.
    fn flush(&mut self) {
        let at = self.place;
        let words = self.take_words();
        if !words.is_empty() {
            self.keep_outside(&words, at);
        }
    }

    fn keep_outside(&mut self, words: &str, at: Option<usize>) {
        let place = at.map_or_else(|| Place::file(self.path), |at| self.place_at(at));
        let start: String = words.chars().take(60).collect();
        let (diagnostic, code) = match self.theme.codes.last_mut() {
            Some(code) => {
                append(&mut code.definition, words);
                (Diagnostic::note(place, "code-text-outside"), code.id.to_string())
            }
            None => {
                append(&mut self.theme.summary, words);
                (Diagnostic::warning(place, "code-text-outside"), "none".to_owned())
            }
        };
        self.diagnostics.push(diagnostic.with("text", start).with("code", code));
    }
}

fn append(text: &mut String, words: &str) {
    if !text.is_empty() && !words.is_empty() {
        text.push_str("\n\n");
    }
    text.push_str(words);
}

/// Takes blanks off the ends of lines, and empty lines beyond one.
pub(super) fn tidy(words: &str) -> String {
    let mut tidy = String::with_capacity(words.len());
    let mut empty = 0;
    for line in words.split('\n').map(str::trim) {
        if line.is_empty() {
            empty += 1;
            continue;
        }
        if !tidy.is_empty() {
            tidy.push_str(if empty > 0 { "\n\n" } else { "\n" });
        }
        tidy.push_str(line);
        empty = 0;
    }
    normalize(&tidy).text
}

#[cfg(test)]
mod tests {
    use super::super::{Codebook, check, write_theme};
    use super::*;
    use proptest::prelude::*;

    const SITUATION: &str = "---\ntheme: situation\ntitle: Situation et vulnérabilités\ncolour: \"#B4532a\"\nsummary: Ce qui rend la situation complexe.\n---\n\n# Situation et vulnérabilités\n\n## Évènement { #evenement }\n\nDéfinition\n: Récit de l’évènement.\n\nExemple\n: « C’est quand mon mari est parti. »\n: « En septembre. »\n\n## Ressources { #ressources complexity=1 effect=-0.5 }\n\nDéfinition\n: Revenus insuffisants\n  ou en baisse.\n\nInclure\n: Aide alimentaire.\n\nExclure\n: Les dettes (`dettes`).\n\n### Fin de mois\n\nDefinition\n: Quand il ne reste *rien*.\n\nExample\n: Le 10, c’est fini.\n\nRetired\n: Trop près de *ressources*.\n\nReplaced by\n: ressources\n";

    fn keys(diagnostics: &[Diagnostic]) -> Vec<String> {
        diagnostics.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_theme_is_read() {
        let (theme, diagnostics) = parse_theme("codebook/1-situation.md", SITUATION);
        let theme = theme.expect("it says something");
        assert_eq!(
            keys(&diagnostics),
            [
                "codebook/1-situation.md:19:1: note: code-example-missing code=\"ressources\"",
                "codebook/1-situation.md:31:1: note: code-id-made title=\"Fin de mois\" id=\"fin-de-mois\"",
            ]
        );
        assert_eq!((theme.id.as_str(), theme.colour.as_deref()), ("situation", Some("#b4532a")));
        let [event, resources, month] = &theme.codes[..] else { panic!("three codes") };
        assert_eq!(event.title, "Évènement");
        assert_eq!(event.examples, ["« C’est quand mon mari est parti. »", "« En septembre. »"]);
        assert_eq!(resources.weights, [(AxisId::from("complexity"), 1.0), (AxisId::from("effect"), -0.5)]);
        assert_eq!(resources.definition, "Revenus insuffisants ou en baisse.");
        assert_eq!(resources.exclude, "Les dettes (dettes).");
        assert_eq!(month.parent, Some(resources.id.clone()));
        assert_eq!(month.definition, "Quand il ne reste rien.");
        assert_eq!(month.theme, theme.id);
        let retired = month.retired.as_ref().unwrap();
        assert_eq!(retired.reason, "Trop près de ressources.");
        assert_eq!((&retired.into, &event.retired), (&Some(resources.id.clone()), &None));
    }

    #[test]
    fn what_is_wrong_is_told_where_it_stands() {
        let source = "---\ntheme: t\ncolour: rouge\n---\nAvant.\n\n## Un { #un complexity=beaucoup effect=1 effect=2 }\n\nHors rubrique.\n\nNote\n: Voir ailleurs.\n\n## Un { #un }\n";
        let (theme, diagnostics) = parse_theme("codebook/t.md", source);
        let theme = theme.expect("it says something");
        assert_eq!(
            keys(&diagnostics),
            [
                "codebook/t.md:3:1: warning: theme-colour-unread value=\"rouge\"",
                "codebook/t.md:5:1: warning: code-text-outside text=\"Avant.\" code=\"none\"",
                "codebook/t.md:7:1: error: code-weight-unread code=\"un\" axis=\"complexity\" value=\"beaucoup\"",
                "codebook/t.md:7:1: error: code-weight-duplicate code=\"un\" axis=\"effect\"",
                "codebook/t.md:7:1: note: code-example-missing code=\"un\"",
                "codebook/t.md:9:1: note: code-text-outside text=\"Hors rubrique.\" code=\"un\"",
                "codebook/t.md:11:1: warning: code-term-unknown term=\"Note\" code=\"un\"",
                "codebook/t.md:14:1: warning: code-definition-missing code=\"un\"",
                "codebook/t.md:14:1: note: code-example-missing code=\"un\"",
            ]
        );
        assert_eq!(theme.summary, "Avant.");
        assert_eq!(theme.codes[0].definition, "Hors rubrique.\n\nNote : Voir ailleurs.");
        let other = Theme { path: "codebook/u.md".to_owned(), codes: Vec::new(), ..theme.clone() };
        let found = check(&Codebook { themes: vec![theme, other] }, &[AxisId::from("complexity")]);
        assert_eq!(
            keys(&found),
            [
                "codebook/t.md:7:1: error: code-axis-unknown code=\"un\" axis=\"effect\" axes=\"complexity\"",
                "codebook/t.md:14:1: error: code-id-duplicate id=\"un\" first=\"codebook/t.md:7:1\"",
                "codebook/u.md: error: theme-id-duplicate id=\"t\" first=\"codebook/t.md\"",
            ]
        );
        assert_eq!(parse_theme("codebook/t.md", "\n").0, None);
    }

    fn without_lines(mut theme: Theme) -> Theme {
        theme.codes.iter_mut().for_each(|code| code.line = 0);
        theme
    }

    #[test]
    fn the_bundled_codebook_has_no_fault() {
        let sources = [
            include_str!("../../../codebook/1-situation.md"),
            include_str!("../../../codebook/2-accompagnement.md"),
            include_str!("../../../codebook/3-effets.md"),
            include_str!("../../../codebook/4-regard.md"),
        ];
        let mut codebook = Codebook::default();
        for source in sources {
            let (theme, diagnostics) = parse_theme("codebook/theme.md", source);
            assert_eq!(keys(&diagnostics), Vec::<String>::new());
            let theme = theme.expect("it says something");
            let (again, _) = parse_theme("codebook/theme.md", &write_theme(&theme));
            assert_eq!(again.map(without_lines), Some(without_lines(theme.clone())));
            codebook.themes.push(theme);
        }
        assert_eq!(codebook.codes().count(), 29);
        let axes = [AxisId::from("complexity"), AxisId::from("effect")];
        assert_eq!(keys(&check(&codebook, &axes)), Vec::<String>::new());
        assert_eq!((codebook.on_axis(&axes[0]).count(), codebook.on_axis(&axes[1]).count()), (10, 12));
    }

    #[test]
    fn a_theme_written_reads_back() {
        let (theme, _) = parse_theme("codebook/1-situation.md", SITUATION);
        let theme = theme.expect("it says something");
        let (again, _) = parse_theme("codebook/1-situation.md", &write_theme(&theme));
        assert_eq!(again.map(without_lines), Some(without_lines(theme)));
    }

    proptest! {
        #[test]
        fn any_theme_written_reads_back(
            titles in prop::collection::vec("[#*{}a-zé:_\\[\\]<&`-]{0,3}[a-z]{1,6}( [#{}*_a-z.&;]{1,6}){0,3}", 1..5),
            words in prop::collection::vec("([a-zé]{1,5}|[*_#>:`<&;\\[\\](){}~=+-]{1,3}|1\\.|\n|\n\n|\\PC| ){0,12}", 9),
            levels in prop::collection::vec(2_usize..5, 5),
        ) {
            let mut source = String::from("---\ntheme: t\n---\n");
            for (index, title) in titles.iter().enumerate() {
                source.push_str(&format!("\n{} {title} {{ #c{index} complexity={index} }}\n\n", "#".repeat(levels[index])));
                source.push_str(&format!("Définition\n: {}\n\nInclure\n: oui {}\n\nExemple\n: a {}\n: b\n\nRetiré\n: {}\n\nRemplacé par\n: c0\n\n", words[index], words[index + 1], words[index + 2], words[index + 3]));
            }
            let (theme, _) = parse_theme("codebook/t.md", &source);
            let theme = theme.expect("it has codes");
            let written = write_theme(&theme);
            let (again, _) = parse_theme("codebook/t.md", &written);
            prop_assert_eq!(again.map(without_lines), Some(without_lines(theme)), "{}", written);
        }

        #[test]
        fn no_source_stops_the_reader(source in "(---\n|a: b\n|# |## |: |\\{ #a |x=1 \\}|\n|Définition\n|- |> |```|[a-z]{1,4}|\\PC){0,40}") {
            let (theme, _) = parse_theme("t.md", &source);
            if let Some(theme) = theme {
                let written = write_theme(&theme);
                prop_assert!(parse_theme("t.md", &written).0.is_some());
            }
        }
    }
}
