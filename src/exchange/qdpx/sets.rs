//! Sets of codes and sources, in the form that each of the two schemas asks for.

use std::fmt::Write as _;

use super::tree::{Tree, escape_attribute, escape_text};

/// Writes a set that was kept: for a project (`codes_only` false), whose members are targets, or for a
/// codebook, whose members are codes alone. None when nothing would be in it.
pub fn write_set(xml: &str, codes_only: bool) -> Option<String> {
    let tree = Tree::read("", xml.as_bytes()).ok()?;
    let set = tree.root();
    let attribute = if codes_only { "guid" } else { "targetGUID" };
    let mut text = format!(
        "<Set guid=\"{}\" name=\"{}\">",
        escape_attribute(set.get("guid")?),
        escape_attribute(set.get("name").unwrap_or_default())
    );
    if let Some(words) = set.text_of("Description") {
        let _infallible = write!(text, "<Description>{}</Description>", escape_text(&words));
    }
    let mut count = 0;
    for name in ["MemberCode", "MemberSource", "MemberNote"] {
        for member in set.all(name).filter(|_| !codes_only || name == "MemberCode") {
            let Some(target) = member.get("targetGUID").or_else(|| member.get("guid")) else { continue };
            let _infallible = write!(text, "<{name} {attribute}=\"{}\"/>", escape_attribute(target));
            count += 1;
        }
    }
    text.push_str("</Set>");
    (count > 0 || !codes_only).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_written_as_each_schema_asks() {
        let set = "<Set name=\"a &amp; b\" guid=\"1\" creatingUser=\"u\"><MemberSource targetGUID=\"s\"/><MemberCode guid=\"c\"/></Set>";
        let project = write_set(set, false).unwrap_or_default();
        assert_eq!(
            project,
            "<Set guid=\"1\" name=\"a &amp; b\"><MemberCode targetGUID=\"c\"/><MemberSource targetGUID=\"s\"/></Set>"
        );
        assert_eq!(
            write_set(&project, true).unwrap_or_default(),
            "<Set guid=\"1\" name=\"a &amp; b\"><MemberCode guid=\"c\"/></Set>"
        );
        assert_eq!(write_set("<Set guid=\"1\" name=\"a\"/>", true), None);
    }
}
