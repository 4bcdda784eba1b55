//! Estimated widths of sans-serif texts, shortening and wrapping.
//!
//! No font is read: widths are those of the Helvetica family, which the fonts of [`super::style`](super::style::style) follow
//! or undercut. The estimate decides where things go; the browser then draws the real letters.

use unicode_normalization::UnicodeNormalization as _;

/// A size of letters, in step with the classes of the style sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Font {
    /// Pixels.
    pub size: f64,
    /// Bold.
    pub bold: bool,
}

impl Font {
    /// 13 px.
    pub const NORMAL: Self = Self { size: 13.0, bold: false };
    /// 13 px, bold.
    pub const BOLD: Self = Self { size: 13.0, bold: true };
    /// 12.5 px.
    pub const SMALL: Self = Self { size: 12.5, bold: false };
    /// 12.5 px, bold.
    pub const SMALL_BOLD: Self = Self { size: 12.5, bold: true };
    /// 11.5 px, the least for a text outside marks.
    pub const TINY: Self = Self { size: 11.5, bold: false };

    /// Estimates the width of a text on one line, in pixels.
    #[must_use]
    pub fn width(self, text: &str) -> f64 {
        let thousandths: f64 = text.nfd().map(advance).sum();
        thousandths / 1_000.0 * self.size * if self.bold { 1.07 } else { 1.0 }
    }

    /// Shortens a text with an ellipsis until it is at most `room` wide.
    #[must_use]
    pub fn fit(self, text: &str, room: f64) -> String {
        if self.width(text) <= room {
            return text.to_owned();
        }
        let mut kept = text.nfc().collect::<String>();
        while kept.pop().is_some() {
            let shorter = format!("{}…", kept.trim_end());
            if self.width(&shorter) <= room {
                return shorter;
            }
        }
        String::new()
    }

    /// Cuts the head of a column into lines: at spaces when it is wider than `room`, and always at soft
    /// hyphens (U+00AD), which the writer of the head sets where a word may part.
    #[must_use]
    pub fn head(self, text: &str, room: f64) -> Vec<String> {
        let parts: Vec<&str> = text.split('\u{ad}').collect();
        let last = parts.len() - 1;
        parts
            .iter()
            .enumerate()
            .flat_map(|(index, part)| {
                let part = if index < last { format!("{part}-") } else { (*part).to_owned() };
                self.wrap(&part, room)
            })
            .collect()
    }

    /// Cuts a text into lines at most `room` wide, at ordinary spaces only; a longer word stays whole.
    #[must_use]
    pub fn wrap(self, text: &str, room: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
            match lines.last_mut() {
                Some(line) if self.width(line) + self.width(" ") + self.width(word) <= room => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }
}

/// Widths of the printable ASCII signs in thousandths of the size, from the space on.
const ASCII: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// Gives the advance of a decomposed sign; an unknown one is as wide as high, which errs on the safe side.
fn advance(sign: char) -> f64 {
    let code = u32::from(sign);
    if let Some(width) = code.checked_sub(32).and_then(|index| ASCII.get(usize::try_from(index).ok()?)) {
        return f64::from(*width);
    }
    match sign {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{0}'..='\u{1f}' => 0.0,
        '\u{a0}' | '·' | '\u{202f}' | '\u{2009}' => 278.0,
        '’' | '‘' => 222.0,
        '“' | '”' => 333.0,
        '«' | '»' | '–' | 'α'..='ω' => 556.0,
        '−' | '±' | '×' => 584.0,
        'æ' => 889.0,
        'œ' => 944.0,
        '°' => 400.0,
        'ø' | 'ß' => 611.0,
        'Ø' | 'Ð' => 778.0,
        _ => 1_000.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_follow_the_letters_not_their_code() {
        let font = Font { size: 10.0, bold: false };
        assert!((font.width("abc") - 16.12).abs() < 1e-9);
        assert!((font.width("é") - font.width("e")).abs() < 1e-9);
        assert!((font.width("e\u{301}") - font.width("é")).abs() < 1e-9);
        assert!(Font::BOLD.width("abc") > Font::NORMAL.width("abc"));
    }

    #[test]
    fn texts_are_cut_and_wrapped_inside_their_room() {
        let font = Font::SMALL;
        let cut = font.fit("Obstacles administratifs ou numériques", 100.0);
        assert!(cut.ends_with('…') && font.width(&cut) <= 100.0, "{cut}");
        assert_eq!(font.fit("abc", 1.0), "");
        assert_eq!(font.wrap("E07 passe en P3 dans 70\u{a0}% des tirages", 90.0).concat().len(), 36);
        assert!(font.wrap("", 90.0).is_empty());
        assert_eq!(font.wrap("70\u{a0}%", 1.0), ["70\u{a0}%"]);
    }
}
