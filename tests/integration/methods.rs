//! The method pages: both languages, and no page that the list does not know.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use propos::report::method::Method;

#[test]
fn every_page_is_in_the_list_and_in_both_languages() {
    let listed: BTreeSet<String> = Method::ALL.iter().map(|method| format!("{}.md", method.name())).collect();
    for language in ["fr", "en"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/methods").join(language);
        let pages: BTreeSet<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        assert_eq!(pages, listed, "{language}");
    }
}
