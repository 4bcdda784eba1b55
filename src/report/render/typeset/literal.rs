//! Words as strings of the typesetter's language: whatever stands in them is read as itself.

/// Writes a string. Two signs alone mean something inside one; line ends and other controls are blanks,
/// as in a page.
pub(super) fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                out.push('\\');
                out.push(letter);
            }
            '\u{2028}' | '\u{2029}' => out.push(' '),
            control if control.is_control() => out.push(' '),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// Writes an array. The comma behind a last item tells an array from brackets.
pub(super) fn array(items: impl IntoIterator<Item = String>) -> String {
    let mut out = String::from("(");
    for item in items {
        out.push_str(&item);
        out.push_str(", ");
    }
    out.push(')');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_ends_where_its_words_end() {
        assert_eq!(string(r#"a "b" \"c"#), r#""a \"b\" \\\"c""#);
        assert_eq!(string("#let x = 1\n*\u{7}"), "\"#let x = 1 * \"");
    }

    #[test]
    fn one_item_is_an_array_too() {
        assert_eq!(array(["1".to_owned()]), "(1, )");
        assert_eq!(array([]), "()");
    }
}
