//! What must hold for every chart.

use super::sample;
use super::*;

/// Writes the samples to look at: `cargo test --lib plot::tests::gallery -- --ignored`, then open the page.
#[test]
#[ignore = "writes files for a person to look at"]
#[expect(clippy::disallowed_methods, reason = "the only way to look at a drawing")]
fn gallery() {
    let folder = std::env::temp_dir().join("plot");
    std::fs::create_dir_all(&folder).expect("the temporary folder is writable");
    for (name, chart) in sample::all() {
        for (suffix, width) in [("wide", Width::Wide), ("phone", Width::Phone)] {
            if width == Width::Phone && !chart.narrows() {
                continue;
            }
            let svg = chart.render(width).replace("plot narrow", "plot");
            let page = format!(
                "<!doctype html><meta charset=utf-8><style>{}body{{margin:20px;background:var(--bg)}}</style>{svg}",
                style()
            );
            std::fs::write(folder.join(format!("{name}-{suffix}.html")), page).expect("the file is writable");
        }
    }
}
