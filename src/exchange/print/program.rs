//! Where a browser that prints is looked for.

use std::path::PathBuf;

/// Commands, as the system finds them.
const COMMANDS: &[&str] = &[
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
const PLACES: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
];

/// Lists the browsers to try in turn.
pub(super) fn browsers() -> impl Iterator<Item = PathBuf> {
    let places = PLACES.iter().map(PathBuf::from).filter(|place| place.is_file());
    COMMANDS.iter().map(PathBuf::from).chain(places)
}
