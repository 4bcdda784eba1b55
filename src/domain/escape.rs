//! Words written so that Markdown reads them as they are.

/// Escapes one paragraph, line by line: its lines hold no blank at their ends.
pub(crate) fn paragraph(text: &str) -> String {
    let brackets = text.contains("](") || text.contains("][") || text.contains("]:");
    let lines: Vec<String> = text.split('\n').map(|line| at_line_start(&inline(line, brackets))).collect();
    lines.join("\n")
}

/// Escapes words of the middle of a line; `brackets` tells that brackets could make a link.
pub(crate) fn inline(text: &str, brackets: bool) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut characters = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = characters.next() {
        let after = characters.peek().copied().unwrap_or(' ');
        let special = match c {
            '\\' | '`' | '*' => true,
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            '[' | ']' => brackets,
            '<' => after.is_ascii_alphabetic() || matches!(after, '/' | '!' | '?'),
            '&' => after.is_ascii_alphanumeric() || after == '#',
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(c);
        before = c;
    }
    escaped
}

/// Escapes every sign that Markdown could read otherwise: the cautious form.
pub(crate) fn every_sign(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Escapes what at the start of a line would begin a heading, a list, a quote, a rule, a
/// definition or a fence.
pub(crate) fn at_line_start(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    let ends_marker = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t', '\u{b}', '\u{c}']);
    if (1..10).contains(&digits) && rest.starts_with(['.', ')']) && ends_marker(&rest[1..]) {
        return format!("{}\\{rest}", &line[..digits]);
    }
    let only = |sign: char| line.chars().all(|c| c == sign || c.is_ascii_whitespace());
    let special = match line.chars().next() {
        Some('#') => ends_marker(line.trim_start_matches('#')),
        Some('>' | ':') => true,
        Some(sign @ ('-' | '+')) => ends_marker(&line[1..]) || only(sign),
        Some('=') => only('='),
        Some('~') => line.starts_with("~~~"),
        _ => false,
    };
    if special { format!("\\{line}") } else { line.to_owned() }
}
