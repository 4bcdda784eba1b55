//! Zip archives from outside, read without trusting them.
//!
//! Entries are found by the central directory, so that archives whose entries are stored, deflated,
//! or followed by their sizes read alike. Nothing is written to disk, and nothing is unpacked before
//! it is asked for; what is unpacked stops at the limits below, whatever the archive declares.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use thiserror::Error;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The most that one entry may hold once unpacked, in bytes.
pub const MAX_ENTRY_BYTES: u64 = 256 << 20;
/// The most that all entries read of one archive may hold together, in bytes.
pub const MAX_TOTAL_BYTES: u64 = 1 << 30;
/// The most bytes that one packed byte may become, for entries beyond [`FREE_BYTES`].
pub const MAX_RATIO: u64 = 200;
/// Below this size any ratio is fine: short texts that repeat themselves pack well.
pub const FREE_BYTES: u64 = 1 << 20;
/// The most entries of one archive.
pub const MAX_ENTRIES: u64 = 100_000;

/// How hard entries are packed: at three, texts and XML take a tenth more room than at six, and half the
/// time.
const PACKED_FAST: i64 = 3;

/// Bytes that are packed as one piece of work.
const LOAD_BYTES: usize = 4 << 20;

/// Why an archive, or an entry of it, is not read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ArchiveFault {
    /// The bytes are no zip archive.
    #[error("no zip archive")]
    NotAnArchive,
    /// The archive begins as one and its end is missing.
    #[error("the archive is cut off")]
    Truncated,
    /// The archive's directory cannot be read.
    #[error("the archive is damaged: {detail}")]
    Damaged {
        /// In the words of the library.
        detail: String,
    },
    /// It, or an entry of it, is protected with a password.
    #[error("the archive is protected with a password")]
    PasswordProtected,
    /// More entries than [`MAX_ENTRIES`].
    #[error("the archive holds {count} entries")]
    TooManyEntries {
        /// As its directory says.
        count: u64,
    },
    /// A name that leads outside the archive, or that no archive should hold.
    #[error("the entry {name:?} leads outside the archive")]
    UnsafeName {
        /// As written.
        name: String,
    },
    /// No entry of that name.
    #[error("no entry {name:?}")]
    Missing {
        /// The name asked for.
        name: String,
    },
    /// An entry beyond [`MAX_ENTRY_BYTES`], or all read so far beyond [`MAX_TOTAL_BYTES`].
    #[error("the entry {name:?} is larger than {limit} bytes")]
    TooLarge {
        /// Of the entry.
        name: String,
        /// The limit it passed, in bytes.
        limit: u64,
    },
    /// An entry that grows more than [`MAX_RATIO`] times: a zip bomb.
    #[error("the entry {name:?} grows more than {MAX_RATIO} times")]
    Bomb {
        /// Of the entry.
        name: String,
    },
    /// An entry whose bytes do not unpack, or not to what its checksum says.
    #[error("the entry {name:?} is damaged")]
    DamagedEntry {
        /// Of the entry.
        name: String,
    },
    /// An entry packed by a method other than store and deflate.
    #[error("the entry {name:?} is packed by an unknown method")]
    UnknownMethod {
        /// Of the entry.
        name: String,
    },
}

impl ArchiveFault {
    /// Names the fault for a message: `not-archive`, `truncated`, `bomb` and so on.
    pub fn reason(&self) -> &'static str {
        match self {
            Self::NotAnArchive => "not-archive",
            Self::Truncated => "truncated",
            Self::Damaged { .. } => "damaged",
            Self::PasswordProtected => "password",
            Self::TooManyEntries { .. } => "entries",
            Self::UnsafeName { .. } => "unsafe-name",
            Self::Missing { .. } => "missing",
            Self::TooLarge { .. } => "large",
            Self::Bomb { .. } => "bomb",
            Self::DamagedEntry { .. } => "damaged-entry",
            Self::UnknownMethod { .. } => "method",
        }
    }

    /// Returns the entry it is about, if it is about one.
    pub fn entry(&self) -> Option<&str> {
        match self {
            Self::UnsafeName { name }
            | Self::Missing { name }
            | Self::TooLarge { name, .. }
            | Self::Bomb { name }
            | Self::DamagedEntry { name }
            | Self::UnknownMethod { name } => Some(name),
            _ => None,
        }
    }
}

/// An archive opened for reading.
#[derive(Debug)]
pub struct Archive<'bytes> {
    zip: ZipArchive<Cursor<&'bytes [u8]>>,
    /// Place in the directory, by name; folders are left out.
    places: BTreeMap<String, usize>,
    /// Names in the order of the directory.
    names: Vec<String>,
    /// Bytes that may still be unpacked.
    left: u64,
    /// The most bytes that one entry may hold.
    largest: u64,
}

impl<'bytes> Archive<'bytes> {
    /// Reads the directory of an archive; no entry is unpacked.
    ///
    /// # Errors
    /// No archive, one cut off or damaged, protected with a password, with too many entries, or with
    /// a name that leads outside.
    pub fn open(bytes: &'bytes [u8]) -> Result<Self, ArchiveFault> {
        if is_protected_office_file(bytes) {
            return Err(ArchiveFault::PasswordProtected);
        }
        match declared_entries(bytes) {
            // An archive begins with an entry; a file cut off has lost the end that lists them.
            None if bytes.starts_with(b"PK\x03\x04") => return Err(ArchiveFault::Truncated),
            None => return Err(ArchiveFault::NotAnArchive),
            Some(count) if count > MAX_ENTRIES => return Err(ArchiveFault::TooManyEntries { count }),
            Some(_) => {}
        }
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| match error {
            ZipError::Io(source) if source.kind() == std::io::ErrorKind::UnexpectedEof => {
                ArchiveFault::Truncated
            }
            other => ArchiveFault::Damaged { detail: other.to_string() },
        })?;
        let (mut places, mut names) = (BTreeMap::new(), Vec::new());
        for place in 0..zip.len() {
            let entry = zip
                .by_index_raw(place)
                .map_err(|error| ArchiveFault::Damaged { detail: error.to_string() })?;
            if entry.encrypted() {
                return Err(ArchiveFault::PasswordProtected);
            }
            let name = entry
                .name()
                .map_err(|error| ArchiveFault::Damaged { detail: error.to_string() })?
                .into_owned();
            if !is_safe(&name) {
                return Err(ArchiveFault::UnsafeName { name });
            }
            if !name.ends_with('/') && places.insert(name.clone(), place).is_none() {
                names.push(name);
            }
        }
        Ok(Self { zip, places, names, left: MAX_TOTAL_BYTES, largest: MAX_ENTRY_BYTES })
    }

    /// Allows no entry beyond a number of bytes, at most [`MAX_ENTRY_BYTES`].
    pub fn at_most(mut self, bytes: u64) -> Self {
        self.largest = bytes.min(MAX_ENTRY_BYTES);
        self
    }

    /// Lists the entries in the order of the directory; folders are left out.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Unpacks an entry.
    ///
    /// # Errors
    /// No such entry, one beyond a limit, or one whose bytes are damaged.
    pub fn read(&mut self, name: &str) -> Result<Vec<u8>, ArchiveFault> {
        let named = || name.to_owned();
        let place = *self.places.get(name).ok_or_else(|| ArchiveFault::Missing { name: named() })?;
        let entry = self.zip.by_index(place).map_err(|error| match error {
            ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => {
                ArchiveFault::UnknownMethod { name: named() }
            }
            _ => ArchiveFault::DamagedEntry { name: named() },
        })?;
        let by_ratio = entry.compressed_size().saturating_mul(MAX_RATIO).max(FREE_BYTES);
        let by_size = self.largest.min(self.left);
        let too_much = |size: u64| {
            if size > by_ratio {
                Some(ArchiveFault::Bomb { name: named() })
            } else if size > by_size {
                let limit = if size > self.largest { self.largest } else { MAX_TOTAL_BYTES };
                Some(ArchiveFault::TooLarge { name: named(), limit })
            } else {
                None
            }
        };
        // The declared size first, which costs nothing; the true one while it grows, since an archive
        // may declare what it likes.
        if let Some(fault) = too_much(entry.size()) {
            return Err(fault);
        }
        let expected = usize::try_from(entry.size().min(FREE_BYTES)).unwrap_or(0);
        let mut bytes = Vec::with_capacity(expected);
        entry
            .take(by_ratio.min(by_size).saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|_| ArchiveFault::DamagedEntry { name: named() })?;
        let size = bytes.len() as u64;
        if let Some(fault) = too_much(size) {
            return Err(fault);
        }
        self.left -= size;
        Ok(bytes)
    }
}

/// Writes an archive: every entry deflated, in the order given, dated 1 January 1980, so that the same
/// entries give the same bytes, however many threads pack them.
///
/// # Errors
/// A name twice, or an entry beyond what an archive can hold.
pub fn pack<'a>(entries: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Result<Vec<u8>, std::io::Error> {
    pack_after(None, entries)
}

/// Writes an archive as [`pack`] does, after an entry that is not compressed: programs read there, at a
/// fixed place of the file, what it is.
///
/// # Errors
/// As [`pack`].
pub fn pack_after<'a>(
    first: Option<(&str, &[u8])>,
    entries: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<Vec<u8>, std::io::Error> {
    let entries: Vec<(&str, &[u8])> = entries.into_iter().collect();
    // Packing is most of the time of a large export: loads of about one size are packed side by side,
    // and what is packed is put together as it is.
    let loads = loads(&entries).into_par_iter().enumerate();
    let mut packed: Vec<Vec<u8>> = loads
        .map(|(place, load)| pack_in_order(first.filter(|_| place == 0), load))
        .collect::<Result<_, _>>()?;
    if packed.len() == 1 {
        return Ok(packed.remove(0));
    }
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(packed.iter().map(Vec::len).sum())));
    for part in packed {
        writer.merge_archive(ZipArchive::new(Cursor::new(part))?)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// Cuts entries into runs of [`LOAD_BYTES`] or a little more, by their sizes alone; at least one.
fn loads<'a, 'b>(entries: &'a [(&'b str, &'b [u8])]) -> Vec<&'a [(&'b str, &'b [u8])]> {
    let (mut loads, mut from, mut size) = (Vec::new(), 0, 0);
    for (place, (_, bytes)) in entries.iter().enumerate() {
        size += bytes.len();
        if size >= LOAD_BYTES {
            loads.push(&entries[from..=place]);
            (from, size) = (place + 1, 0);
        }
    }
    if from < entries.len() || loads.is_empty() {
        loads.push(&entries[from..]);
    }
    loads
}

fn pack_in_order(first: Option<(&str, &[u8])>, entries: &[(&str, &[u8])]) -> Result<Vec<u8>, std::io::Error> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(PACKED_FAST))
        .last_modified_time(DateTime::default());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    if let Some((name, bytes)) = first {
        let stored = options.compression_method(CompressionMethod::Stored).compression_level(None);
        writer.start_file(name, stored)?;
        writer.write_all(bytes)?;
    }
    for (name, bytes) in entries {
        writer.start_file(*name, options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// Tells whether a name stays inside the archive on every system.
pub(super) fn is_safe(name: &str) -> bool {
    let mut parts = name.split('/');
    !name.is_empty()
        && !name.starts_with('/')
        && !name.contains(['\\', '\0'])
        && !name
            .as_bytes()
            .get(1)
            .is_some_and(|second| *second == b':' && name.as_bytes()[0].is_ascii_alphabetic())
        && parts.all(|part| part != "..")
}

/// Reads how many entries the end of an archive declares; none where that end is missing.
fn declared_entries(bytes: &[u8]) -> Option<u64> {
    let end = memchr::memmem::rfind(bytes, b"PK\x05\x06")?;
    let count = bytes.get(end + 10..end + 12)?;
    let count = u64::from(u16::from_le_bytes([count[0], count[1]]));
    if count < 0xFFFF {
        return Some(count);
    }
    // Larger archives say it in a second record before this one.
    let Some(wide) = memchr::memmem::rfind(&bytes[..end], b"PK\x06\x06") else { return Some(count) };
    let eight = bytes.get(wide + 32..wide + 40)?;
    Some(u64::from_le_bytes(eight.try_into().ok()?))
}

/// Tells an office document with a password: it is no zip but a compound file that holds the
/// encrypted one under this name, in UTF-16.
fn is_protected_office_file(bytes: &[u8]) -> bool {
    const COMPOUND: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    let inner: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.starts_with(&COMPOUND) && memchr::memmem::find(bytes, &inner).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
        pack(entries.iter().copied()).expect("packed")
    }

    fn fault(bytes: &[u8]) -> ArchiveFault {
        Archive::open(bytes).expect_err("refused")
    }

    #[test]
    fn entries_come_back_in_their_order() {
        let bytes = packed(&[("b.txt", "été".as_bytes()), ("a/b.txt", b""), ("c.txt", &[7; 3000])]);
        let mut archive = Archive::open(&bytes).expect("an archive");
        assert_eq!(archive.names(), ["b.txt", "a/b.txt", "c.txt"]);
        assert_eq!(archive.read("b.txt"), Ok("été".as_bytes().to_vec()));
        assert_eq!(archive.read("a/b.txt"), Ok(Vec::new()));
        assert_eq!(archive.read("c.txt"), Ok(vec![7; 3000]));
        assert_eq!(archive.read("d.txt"), Err(ArchiveFault::Missing { name: "d.txt".to_owned() }));
        assert_eq!(bytes, packed(&[("b.txt", "été".as_bytes()), ("a/b.txt", b""), ("c.txt", &[7; 3000])]));
    }

    #[test]
    fn what_is_packed_side_by_side_comes_back_in_its_order() {
        let names: Vec<String> = (0..40).map(|at| format!("{}.txt", (at * 7) % 40)).collect();
        let bodies: Vec<Vec<u8>> = (0..40_u8).map(|at| vec![at; 300_000]).collect();
        let entries = || names.iter().map(String::as_str).zip(bodies.iter().map(Vec::as_slice));
        let bytes = pack(entries()).expect("packed");
        assert_eq!(loads(&entries().collect::<Vec<_>>()).len(), 3);
        let mut archive = Archive::open(&bytes).expect("an archive");
        assert_eq!(archive.names(), names);
        for (name, body) in entries() {
            assert_eq!(archive.read(name).as_deref(), Ok(body), "{name}");
        }
        let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
        assert_eq!(alone.install(|| pack(entries()).expect("packed")), bytes);

        let twice = entries().chain(std::iter::once((names[0].as_str(), &[][..])));
        assert!(pack(twice).is_err());
        assert_eq!(Archive::open(&pack([]).expect("packed")).expect("an archive").names().len(), 0);
    }

    #[test]
    fn an_entry_that_tells_the_kind_of_file_is_read_at_a_fixed_place() {
        let bytes = pack_after(Some(("mimetype", b"application/x-kind")), [("a.txt", b"a".as_slice())]);
        let bytes = bytes.expect("packed");
        assert_eq!(&bytes[30..56], b"mimetypeapplication/x-kind");
        let mut archive = Archive::open(&bytes).expect("an archive");
        assert_eq!(archive.names(), ["mimetype", "a.txt"]);
        assert_eq!(archive.read("mimetype"), Ok(b"application/x-kind".to_vec()));
    }

    #[test]
    fn what_is_no_archive_is_told_from_one_cut_off() {
        let bytes = packed(&[("a.txt", &[0; 100])]);
        assert_eq!(fault(b"Bonjour"), ArchiveFault::NotAnArchive);
        assert_eq!(fault(b""), ArchiveFault::NotAnArchive);
        assert_eq!(fault(&bytes[..bytes.len() - 30]), ArchiveFault::Truncated);
        let mut compound = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        assert_eq!(fault(&compound), ArchiveFault::NotAnArchive);
        compound.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(fault(&compound), ArchiveFault::PasswordProtected);
    }

    #[test]
    fn names_that_lead_outside_are_refused() {
        for name in ["../a", "a/../../b", "/etc/passwd", "C:/a", "a\\b", "..", "a/.."] {
            let bytes = packed(&[("aaaaaaaaaaaaaaaaaaaa"[..name.len()].as_ref(), b"x")]);
            // The library refuses to write such names; they are put in afterwards.
            let mut hostile = bytes.clone();
            let inner = "a".repeat(name.len());
            let mut from = 0;
            while let Some(at) = memchr::memmem::find(&hostile[from..], inner.as_bytes()) {
                hostile[from + at..from + at + name.len()].copy_from_slice(name.as_bytes());
                from += at + name.len();
            }
            assert_eq!(fault(&hostile), ArchiveFault::UnsafeName { name: name.to_owned() }, "{name}");
        }
        assert!(is_safe("sources/a..b.txt") && is_safe("été.qde"));
    }

    #[test]
    fn a_bomb_stops_early_whatever_it_declares() {
        let bytes = packed(&[("a.txt", &vec![0; 64 << 20])]);
        let mut archive = Archive::open(&bytes).expect("an archive");
        assert_eq!(archive.read("a.txt"), Err(ArchiveFault::Bomb { name: "a.txt".to_owned() }));
        // The declared size made small: 8 bytes before the end of its record's sizes.
        let mut liar = bytes.clone();
        let central = memchr::memmem::rfind(&liar, b"PK\x01\x02").expect("a directory");
        liar[central + 24..central + 28].copy_from_slice(&10_u32.to_le_bytes());
        let mut archive = Archive::open(&liar).expect("an archive");
        assert!(archive.read("a.txt").is_err());
    }

    #[test]
    fn an_encrypted_entry_asks_for_its_password() {
        let mut bytes = packed(&[("a.txt", b"secret")]);
        let central = memchr::memmem::rfind(&bytes, b"PK\x01\x02").expect("a directory");
        bytes[central + 8] |= 1;
        assert_eq!(fault(&bytes), ArchiveFault::PasswordProtected);
    }

    #[test]
    fn a_changed_byte_is_noticed() {
        let mut bytes = packed(&[("a.txt", b"Les mots de l'entretien, tels qu'ils furent dits.")]);
        bytes[40] ^= 0xFF;
        let mut archive = Archive::open(&bytes).expect("an archive");
        assert_eq!(archive.read("a.txt"), Err(ArchiveFault::DamagedEntry { name: "a.txt".to_owned() }));
    }

    #[test]
    fn too_many_entries_are_refused_before_they_are_read() {
        let mut bytes = packed(&[("a.txt", b"x")]);
        let end = memchr::memmem::rfind(&bytes, b"PK\x05\x06").expect("an end");
        bytes[end + 10..end + 12].copy_from_slice(&0xFFFF_u16.to_le_bytes());
        let mut wide = b"PK\x06\x06".to_vec();
        wide.extend([0; 28]);
        wide.extend(200_000_u64.to_le_bytes());
        bytes.splice(end..end, wide);
        assert_eq!(fault(&bytes), ArchiveFault::TooManyEntries { count: 200_000 });
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_give_an_archive_or_a_fault(mut bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300), at in 0_usize..200, flip in 1_u8..) {
            proptest::prop_assert!(Archive::open(&bytes).is_err());
            bytes = packed(&[("a.txt", b"Bonjour, bonjour, bonjour"), ("b/c.xml", b"<a/>")]);
            let at = at % bytes.len();
            bytes[at] ^= flip;
            if let Ok(mut archive) = Archive::open(&bytes) {
                for name in archive.names().to_vec() {
                    let _read = archive.read(&name);
                }
            }
        }
    }
}
