//! Where a browser that prints, or an office suite that converts, is looked for.

use std::path::PathBuf;

/// Commands, as the system finds them.
const BROWSERS: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
];

/// Places of systems that do not put browsers among commands.
const BROWSER_PLACES: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
];

/// Commands of LibreOffice. That of Windows that waits until the work is done comes first.
const OFFICES: &[&str] = &["soffice.com", "soffice", "libreoffice"];

const OFFICE_PLACES: &[&str] = &[
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
];

/// Lists the browsers to try in turn.
pub(super) fn browsers() -> impl Iterator<Item = PathBuf> {
    listed(BROWSERS, BROWSER_PLACES)
}

/// Lists the office suites to try in turn.
pub(super) fn offices() -> impl Iterator<Item = PathBuf> {
    listed(OFFICES, OFFICE_PLACES)
}

fn listed(
    commands: &'static [&'static str],
    places: &'static [&'static str],
) -> impl Iterator<Item = PathBuf> {
    let places = places.iter().map(PathBuf::from).filter(|place| place.is_file());
    commands.iter().map(PathBuf::from).chain(places)
}
