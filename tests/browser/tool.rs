//! The programs that the tests need beside ours.

use std::path::{Path, PathBuf};

/// The browser of this machine.
pub(crate) fn chromium() -> PathBuf {
    on_path(&["chromium", "chromium-browser", "google-chrome"])
        .expect("no Chromium on this machine: run `bash tests/run.sh`, which installs it")
}

/// Node.js, once the packages beside the tests are installed.
pub(crate) fn node() -> PathBuf {
    let packages = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/node_modules/playwright-core");
    assert!(
        packages.is_dir(),
        "the packages of tests/browser are not installed: run `bash tests/run.sh`, which installs them"
    );
    on_path(&["node", "nodejs"])
        .expect("no Node.js on this machine: run `bash tests/run.sh`, which installs it")
}

fn on_path(names: &[&str]) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|path| path.is_file())
}
