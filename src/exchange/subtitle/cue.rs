//! The cues of a file of subtitles: their times, their voices and their words.

/// One cue: times in milliseconds, who speaks, and the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    pub(super) from: u64,
    pub(super) to: u64,
    pub(super) voice: Option<String>,
    /// Words by the lines of the screen, none of them empty.
    pub(super) lines: Vec<String>,
    /// Line of the file, from 1.
    pub(super) line: usize,
}

impl Cue {
    /// Returns its words on one line.
    pub(super) fn words(&self) -> String {
        self.lines.join(" ")
    }
}

/// Reads the cues of a text; those without words are left out.
pub(super) fn cues(text: &str) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    // Whether words belong to the last cue: until a blank line, and not in notes or styles.
    let mut inside = false;
    let lines: Vec<&str> = text.lines().collect();
    for (index, line) in lines.iter().enumerate() {
        let trimmed = line.trim();
        if let Some((from, to, rest)) = times(trimmed) {
            let cue = Cue { from, to, voice: None, lines: Vec::new(), line: index + 1 };
            found.push(cue);
            inside = true;
            // Settings of a WebVTT cue follow its times on the line; words follow a closed bracket.
            if trimmed.starts_with('[') {
                add(&mut found, rest);
            }
        } else if trimmed.is_empty() {
            // A line of blanks above the words is an empty line of the screen: rolling captions have it.
            inside &= !line.is_empty() && found.last().is_some_and(|cue| cue.lines.is_empty());
        } else if inside && !is_number_of_next(trimmed, lines.get(index + 1)) {
            add(&mut found, trimmed);
        }
    }
    found.retain(|cue| !cue.lines.is_empty());
    found
}

/// Some programs leave no blank line before the number of the next cue.
fn is_number_of_next(line: &str, next: Option<&&str>) -> bool {
    line.bytes().all(|byte| byte.is_ascii_digit()) && next.is_some_and(|next| times(next.trim()).is_some())
}

/// Adds a line to the last cue; where another voice begins on it, a cue of the same times begins.
fn add(found: &mut Vec<Cue>, line: &str) {
    for (voice, words) in voices(line) {
        let Some(cue) = found.last_mut() else { return };
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let other = voice.is_some() && voice != cue.voice;
        if other && !cue.lines.is_empty() {
            let cue = Cue { voice, lines: Vec::new(), ..cue.clone() };
            found.push(cue);
        } else if other && cue.voice.is_none() {
            cue.voice = voice;
        }
        if let Some(cue) = found.last_mut().filter(|_| !words.is_empty()) {
            cue.lines.push(words);
        }
    }
}

/// Reads `00:43.810 --> 00:47.850`, perhaps in brackets: both times in milliseconds, and what follows.
pub(super) fn times(line: &str) -> Option<(u64, u64, &str)> {
    let line = line.strip_prefix('[').unwrap_or(line);
    let (from, rest) = line.split_once("-->")?;
    let rest = rest.trim_start();
    let end =
        rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ','))).unwrap_or(rest.len());
    let after = rest[end..].trim_start_matches(']').trim();
    Some((milliseconds(from.trim())?, milliseconds(&rest[..end])?, after))
}

fn milliseconds(time: &str) -> Option<u64> {
    let (whole, fraction) = time.split_once(['.', ',']).unwrap_or((time, "0"));
    let mut seconds: u64 = 0;
    let parts: Vec<&str> = whole.split(':').collect();
    if !(2..=3).contains(&parts.len()) {
        return None;
    }
    for part in parts {
        let number = part.parse::<u64>().ok().filter(|_| part.len() <= 4)?;
        seconds = seconds * 60 + number;
    }
    let digits: String = fraction.chars().chain("000".chars()).take(3).collect();
    Some(seconds * 1_000 + digits.parse::<u64>().ok()?)
}

/// Takes tags, orders of layout and entities out of a cue's line; returns its words by their voices,
/// the name of each as its `<v Name>` says.
fn voices(line: &str) -> Vec<(Option<String>, String)> {
    let (mut said, mut rest) = (vec![(None, String::new())], line);
    while let Some(open) = rest.find(['<', '&', '{']) {
        say(&mut said, &rest[..open]);
        rest = &rest[open..];
        let entity = ENTITIES.iter().find_map(|(name, is)| rest.strip_prefix(name).map(|after| (after, *is)));
        if let Some((after, is)) = entity {
            say(&mut said, is);
            rest = after;
        } else if let Some((_, after)) = rest.strip_prefix("{\\").and_then(|order| order.split_once('}')) {
            rest = after;
        } else if let Some((tag, after)) = rest.strip_prefix('<').and_then(tag) {
            let name = tag.strip_prefix('v').and_then(|name| name.split_once([' ', '\t']));
            let name = name.map(|(_, name)| plain(name)).filter(|name| !name.is_empty());
            if name.is_some() {
                said.push((name, String::new()));
            }
            rest = after;
        } else {
            say(&mut said, &rest[..1]);
            rest = &rest[1..];
        }
    }
    say(&mut said, rest);
    said
}

fn say(said: &mut [(Option<String>, String)], words: &str) {
    if let Some((_, known)) = said.last_mut() {
        known.push_str(words);
    }
}

/// Reads the entities of a name.
fn plain(name: &str) -> String {
    let mut name = name.trim().to_owned();
    for (entity, is) in ENTITIES.iter().rev() {
        name = name.replace(entity, is);
    }
    name
}

/// Reads a tag of subtitles after its `<`: `i>`, `/v>`, `v Name>`, `c.loud>`, `00:01.000>`.
fn tag(text: &str) -> Option<(&str, &str)> {
    let (tag, after) = text.split_once('>')?;
    let name = tag.trim_start_matches('/');
    let first = name.split(['.', ' ', '\t']).next().unwrap_or_default();
    let known = ["i", "b", "u", "v", "c", "lang", "ruby", "rt", "font"].contains(&first);
    let is_tag = known || milliseconds(name).is_some();
    is_tag.then_some((tag, after))
}

const ENTITIES: [(&str, &str); 6] = [
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&nbsp;", "\u{a0}"),
    ("&lrm;", "\u{200e}"),
    ("&rlm;", "\u{200f}"),
];
