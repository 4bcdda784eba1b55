//! What a reader sees of HTML, and where: places that count the bytes of visible text.
//!
//! *Source*: Taguette, `taguette/extract.py` and `static/js/taguette.js`: locations are computed over the
//! UTF-8 bytes of all text nodes in their order, tags left out.

/// Elements that begin a paragraph.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "blockquote",
    "pre",
    "section",
    "article",
    "header",
    "footer",
    "hr",
    "dd",
    "dt",
    "dl",
    "figure",
    "figcaption",
    "body",
    "td",
    "th",
];

/// The words of an HTML text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Visible {
    /// Paragraphs, parted by blank lines.
    pub(super) text: String,
    /// Of each sign that is in the text: its first byte among the visible ones, and its place in the text in
    /// scalar values.
    places: Vec<(usize, usize)>,
    /// Visible bytes.
    bytes: usize,
    chars: usize,
    is_parted: bool,
}

impl Visible {
    /// Reads HTML.
    pub(super) fn read(html: &str) -> Self {
        let mut visible = Self::default();
        let mut rest = html;
        let mut is_kept = false;
        while let Some(sign) = rest.chars().next() {
            if let Some(after) = rest.strip_prefix("<!--") {
                rest = after.split_once("-->").map_or("", |(_, after)| after);
            } else if sign == '<'
                && rest[1..]
                    .starts_with(|next: char| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'))
            {
                let (tag, after) = cut_tag(rest);
                rest = after;
                let is_end = tag.starts_with('/');
                let name: String =
                    tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
                let name = name.to_ascii_lowercase();
                if name == "pre" {
                    is_kept = !is_end;
                }
                if name == "br" {
                    visible.emit('\n');
                } else if BLOCKS.contains(&name.as_str()) {
                    visible.is_parted = true;
                }
            } else {
                let (sign, after) = entity(rest).unwrap_or((sign, &rest[sign.len_utf8()..]));
                rest = after;
                visible.see(sign, is_kept);
            }
        }
        visible.text.truncate(visible.text.trim_end().len());
        visible
    }

    /// Takes a visible sign: blanks between paragraphs are counted and left out.
    fn see(&mut self, sign: char, is_kept: bool) {
        let at = self.bytes;
        self.bytes += sign.len_utf8();
        let is_blank = matches!(sign, ' ' | '\n' | '\t' | '\r');
        if is_blank && !is_kept {
            if self.is_parted || self.text.is_empty() || self.text.ends_with([' ', '\n']) {
                return;
            }
            self.put(at, ' ');
        } else if !(is_blank && self.text.is_empty()) {
            self.put(at, sign);
        }
    }

    fn put(&mut self, at: usize, sign: char) {
        if self.is_parted {
            self.is_parted = false;
            let kept = self.text.trim_end_matches([' ', '\n']).len();
            if kept > 0 {
                // Blanks before the break are no words of the paragraph.
                self.chars -= self.text[kept..].chars().count();
                self.text.truncate(kept);
                while self.places.last().is_some_and(|(_, place)| *place >= self.chars) {
                    self.places.pop();
                }
                self.emit('\n');
                self.emit('\n');
            }
        }
        self.places.push((at, self.chars));
        self.emit(sign);
    }

    fn emit(&mut self, sign: char) {
        self.text.push(sign);
        self.chars += 1;
    }

    /// Turns a stretch of visible bytes into one of the text, in scalar values; none when nothing of it is
    /// left.
    pub(super) fn span(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        // A place inside a sign stands after it, as the program cuts.
        let first = self.places.partition_point(|(at, _)| *at < start);
        let last = self.places.partition_point(|(at, _)| *at < end);
        let (from, to) = (self.places.get(first)?.1, self.places.get(last.checked_sub(1)?)?.1 + 1);
        (from < to).then_some((from, to))
    }
}

/// Cuts a tag off: what it says, and what follows.
fn cut_tag(text: &str) -> (&str, &str) {
    let mut quote = None;
    for (at, sign) in text.char_indices().skip(1) {
        match (quote, sign) {
            (Some(open), sign) if sign == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(sign),
            (None, '>') => return (&text[1..at], &text[at + 1..]),
            _ => {}
        }
    }
    (&text[1..], "")
}

/// Reads a character reference: its sign, and what follows.
fn entity(text: &str) -> Option<(char, &str)> {
    let (name, rest) = text.strip_prefix('&')?.split_once(';').filter(|(name, _)| name.len() <= 10)?;
    let sign = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "laquo" => '«',
        "raquo" => '»',
        "rsquo" => '’',
        "hellip" => '…',
        "eacute" => 'é',
        "egrave" => 'è',
        "agrave" => 'à',
        "ccedil" => 'ç',
        _ => {
            let number = name.strip_prefix('#')?;
            let hexadecimal = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
            char::from_u32(hexadecimal.unwrap_or_else(|| number.parse()).ok()?)?
        }
    };
    Some((sign, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slice(visible: &Visible, start: usize, end: usize) -> String {
        let (from, to) = visible.span(start, end).expect("words");
        visible.text.chars().skip(from).take(to - from).collect()
    }

    #[test]
    fn the_example_of_the_program_itself() {
        let visible = Visible::read("<p><u>Hello</u> there <i>World</i></p>");
        assert_eq!(visible.text, "Hello there World");
        assert_eq!(slice(&visible, 7, 14), "here Wo");
    }

    #[test]
    fn bytes_are_counted_and_paragraphs_parted() {
        let html = "<h1>Été 🙂</h1>\n<p>A &amp; b<br/>c</p>\n\n<p class=\"a>b\">Fin&nbsp;!</p>";
        let visible = Visible::read(html);
        assert_eq!(visible.text, "Été 🙂\n\nA & b\nc\n\nFin\u{a0}!");
        let bytes = "Été 🙂\nA & bc\n\nFin\u{a0}!";
        for words in ["Été", "🙂", "A & b", "Fin\u{a0}!", "c"] {
            let start = bytes.find(words).expect("there");
            assert_eq!(slice(&visible, start, start + words.len()), words);
        }
        assert_eq!(visible.span(900, 910), None);
    }
}
