//! A study of one's own for a test, and the real program run in it.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use serde_json::Value;
use tempfile::TempDir;

/// The files that a study consists of, beside its settings.
const FOLDERS: [&str; 5] = ["transcripts", "codebook", "codings", "questionnaire", "administrative"];

/// The bundled study once imported, kept in memory: an import takes seconds, a copy none.
static IMPORTED: LazyLock<BTreeMap<PathBuf, Vec<u8>>> = LazyLock::new(|| {
    let study = Study::bundled();
    study.run(["import"]).succeeds();
    let mut files = BTreeMap::new();
    gather(study.folder(), study.folder(), &mut files);
    files
});

/// A study in a folder that goes away with it.
pub(crate) struct Study {
    whole: TempDir,
    folder: PathBuf,
}

/// What the program said and how it ended.
#[derive(Debug)]
pub(crate) struct Ran {
    /// Exit code.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) told: String,
}

impl Study {
    /// An empty folder: no study at all.
    pub(crate) fn nothing() -> Self {
        let whole = tempfile::tempdir().unwrap();
        Self { folder: whole.path().to_owned(), whole }
    }

    /// A new study without any material.
    pub(crate) fn empty() -> Self {
        let study = Self::nothing();
        study.run(["init"]).succeeds();
        study
    }

    /// The bundled study, not imported yet.
    pub(crate) fn bundled() -> Self {
        let study = Self::nothing();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = BTreeMap::new();
        for folder in FOLDERS {
            gather(root, &root.join(folder), &mut files);
        }
        files.insert("study.toml".into(), fs::read(root.join("study.toml")).unwrap());
        study.put_all(&files);
        study
    }

    /// The bundled study, imported.
    pub(crate) fn imported() -> Self {
        let study = Self::nothing();
        study.put_all(&IMPORTED);
        study
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Goes into a folder of this one, which is the study from then on.
    pub(crate) fn enter(mut self, folder: &str) -> Self {
        self.folder = self.whole.path().join(folder);
        self
    }

    /// The files of the study, without what propos makes of them.
    pub(crate) fn material(&self) -> BTreeMap<PathBuf, String> {
        let mut files = BTreeMap::new();
        for folder in FOLDERS {
            gather(self.folder(), &self.path(folder), &mut files);
        }
        files.into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
    }

    /// Every file of the folder by its name, such as an export wrote them.
    pub(crate) fn files(&self) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        gather(self.folder(), self.folder(), &mut files);
        let told = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        files.into_iter().map(|(path, bytes)| (path.display().to_string(), told(bytes))).collect()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub(crate) fn read_bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Puts other words in the place of some that stand in a file exactly once.
    pub(crate) fn replace(&self, name: &str, old: &str, new: &str) {
        let text = self.read(name);
        assert_eq!(text.matches(old).count(), 1, "{old:?} in {name}");
        self.write(name, text.replacen(old, new, 1));
    }

    /// Runs the program in the study's folder.
    pub(crate) fn run<S: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = S>) -> Ran {
        let output = self.command(words).output().unwrap();
        let ran = Ran::of(&output);
        assert!(ran.code != 101 && !ran.told.contains("panicked"), "{ran:?}");
        ran
    }

    /// The program, about to be run in the study's folder, in no language but the study's.
    pub(crate) fn command<S: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_propos"));
        command.args(words).current_dir(self.folder()).stdin(Stdio::null());
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs a command that must succeed and gives the JSON it writes.
    pub(crate) fn json<S: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = S>) -> Value {
        let words: Vec<_> =
            words.into_iter().map(|word| word.as_ref().to_owned()).chain(["--json".into()]).collect();
        let ran = self.run(&words);
        assert_eq!(ran.code, 0, "{words:?}: {ran:?}");
        serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{words:?}: {error}\n{}", ran.out))
    }

    /// Everything that an import may change, without the identifiers and times of records: the
    /// operations in force, all codings, rows without a place, answers, casework.
    pub(crate) fn state(&self) -> Value {
        let mut codings = self.json(["codings"]);
        for passage in codings["passages"].as_array_mut().unwrap() {
            passage.as_object_mut().unwrap().remove("id");
        }
        let export = tempfile::tempdir().unwrap();
        let target = export.path().join("study");
        self.run([OsStr::new("export"), OsStr::new("--folder"), target.as_os_str()]).succeeds();
        let mut files = BTreeMap::new();
        gather(&target, &target, &mut files);
        let files: BTreeMap<String, String> = files
            .into_iter()
            .map(|(path, bytes)| (path.display().to_string(), String::from_utf8_lossy(&bytes).into_owned()))
            .collect();
        serde_json::json!({ "codings": codings, "files": files })
    }

    /// Number of operations recorded, undone ones included.
    pub(crate) fn operations(&self) -> usize {
        self.json(["history"])["operations"].as_array().unwrap().len()
    }

    fn put_all(&self, files: &BTreeMap<PathBuf, Vec<u8>>) {
        for (name, bytes) in files {
            self.write(name.to_str().unwrap(), bytes);
        }
    }
}

impl Ran {
    fn of(output: &Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout.clone()).unwrap(),
            told: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }

    #[track_caller]
    pub(crate) fn succeeds(self) -> Self {
        assert_eq!(self.code, 0, "{self:?}");
        self
    }

    #[track_caller]
    pub(crate) fn fails(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:?}");
        self
    }

    /// Holds the words of standard error to what they must say.
    #[track_caller]
    pub(crate) fn tells(self, words: &str) -> Self {
        assert!(self.told.contains(words), "no {words:?} in {self:?}");
        self
    }
}

/// Reads all files below a folder, by their path from `root`.
fn gather(root: &Path, folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(root, &path, files);
        } else {
            files.insert(path.strip_prefix(root).unwrap().to_owned(), fs::read(&path).unwrap());
        }
    }
}
