//! Replaces transcripts in the index, all or nothing.

use tantivy::indexer::{IndexWriterOptions, NoMergePolicy};
use tantivy::{IndexWriter, TantivyDocument, Term};

use super::error::SearchError;
use super::index::{Index, guarded};
use super::snapshot::{number_of_language, number_of_role};
use crate::domain::TranscriptId;
use crate::domain::transcript::Transcript;
use crate::progress::Progress;

/// Memory for words not yet written, in bytes.
const MEMORY_BYTES: usize = 100_000_000;
/// Up to so many turns, an update leaves one segment: ranks are then those of a new index, since
/// nothing is left of replaced turns to count words in. Above, only many removals are worth it.
const SMALL_TURNS: u64 = 50_000;

impl Index {
    /// Replaces the turns of each transcript given, removes those of `removed`, and notes that the
    /// index has caught up to the operation `stamp`. When anything fails, nothing has changed.
    ///
    /// # Errors
    ///
    /// When a transcript cannot be had, another process is writing, or the disk fails.
    pub fn update<E>(
        &self,
        transcripts: impl Iterator<Item = Result<Transcript, E>>,
        removed: &[TranscriptId],
        stamp: &str,
        progress: &dyn Progress,
    ) -> Result<(), SearchError>
    where
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let mut update = self.begin()?;
        progress.begin("index", transcripts.size_hint().1.unwrap_or(0) as u64);
        let result = (|| {
            for transcript in transcripts {
                update.put(&transcript.map_err(|error| SearchError::Source(error.into()))?)?;
                progress.advance(1);
            }
            for transcript in removed {
                update.remove(transcript);
            }
            update.commit(stamp)
        })();
        progress.end();
        result
    }

    /// Begins an update by hand, for a caller that gets its transcripts one at a time.
    ///
    /// # Errors
    ///
    /// [`SearchError::Busy`] when another update is under way, here or in another process.
    pub fn begin(&self) -> Result<Update<'_>, SearchError> {
        let writer: IndexWriter = guarded(self.path(), || {
            let options = IndexWriterOptions::builder()
                .num_worker_threads(1)
                .memory_budget_per_thread(MEMORY_BYTES)
                .num_merge_threads(1)
                .build();
            let writer = self.engine().writer_with_options(options)?;
            // Segments are merged once, at the end, rather than again and again on the way.
            writer.set_merge_policy(Box::new(NoMergePolicy));
            Ok(writer)
        })?;
        Ok(Update { index: self, writer, fresh: self.count_turns() == 0 })
    }
}

/// An update under way; dropped before [`commit`](Self::commit), it changes nothing.
pub struct Update<'i> {
    index: &'i Index,
    writer: IndexWriter,
    fresh: bool,
}

impl Update<'_> {
    /// Replaces the turns of a transcript.
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub fn put(&mut self, transcript: &Transcript) -> Result<(), SearchError> {
        self.remove(&transcript.id);
        let fields = self.index.fields();
        let language = transcript.language.unwrap_or(self.index.language());
        let stem = fields.stem(language);
        let version = &transcript.version;
        let mut place = Place { text: &version.text, chars: 0, bytes: 0 };
        for turn in &version.turns {
            let start = place.bytes_at(turn.speech.start.0);
            let end = place.bytes_at(turn.speech.end.0);
            let speech = version.text.get(start..end).unwrap_or_default();
            let mut document = TantivyDocument::default();
            document.add_text(fields.transcript, transcript.id.as_str());
            document.add_u64(fields.turn, u64::from(turn.number));
            document.add_u64(fields.line, turn.line as u64);
            document.add_u64(fields.start, turn.speech.start.0 as u64);
            document.add_u64(fields.role, number_of_role(version.role(turn)));
            document.add_text(fields.speaker, version.label(turn));
            document.add_u64(fields.language, number_of_language(language));
            document.add_text(fields.exact, speech);
            document.add_text(stem, speech);
            guarded(self.index.path(), || self.writer.add_document(document))?;
        }
        Ok(())
    }

    /// Removes the turns of a transcript.
    pub fn remove(&mut self, transcript: &TranscriptId) {
        let field = self.index.fields().transcript;
        self.writer.delete_term(Term::from_field_text(field, transcript.as_str()));
    }

    /// Writes the changes and notes the operation that the index has caught up to.
    ///
    /// # Errors
    ///
    /// When the disk fails; nothing has changed then.
    pub fn commit(mut self, stamp: &str) -> Result<(), SearchError> {
        let path = self.index.path();
        guarded(path, || {
            let mut prepared = self.writer.prepare_commit()?;
            prepared.set_payload(stamp);
            prepared.commit()?;
            let segments = self.index.engine().searchable_segment_metas()?;
            let turns: u64 = segments.iter().map(|segment| u64::from(segment.num_docs())).sum();
            let gone: u64 = segments.iter().map(|segment| u64::from(segment.num_deleted_docs())).sum();
            let whole = segments.len() < 2 && gone == 0;
            if !whole && (self.fresh || turns <= SMALL_TURNS || gone > turns / 4 || segments.len() > 12) {
                let ids: Vec<_> = segments.iter().map(tantivy::SegmentMeta::id).collect();
                self.writer.merge(&ids).wait()?;
                self.writer.garbage_collect_files().wait()?;
            }
            self.writer.wait_merging_threads()
        })?;
        self.index.refresh()
    }
}

/// A place in a text, which mostly moves forward.
struct Place<'t> {
    text: &'t str,
    chars: usize,
    bytes: usize,
}

impl Place<'_> {
    /// Returns the byte where the scalar value `chars` begins; the end of the text when beyond.
    fn bytes_at(&mut self, chars: usize) -> usize {
        if chars < self.chars {
            self.chars = 0;
            self.bytes = 0;
        }
        let rest = self.text.get(self.bytes..).unwrap_or_default();
        let step = rest.char_indices().nth(chars - self.chars).map_or(rest.len(), |(bytes, _)| bytes);
        self.chars = chars;
        self.bytes += step;
        self.bytes
    }
}
