//! What every request shares.

use std::sync::Arc;

use super::events::Events;
use super::lexicon::Lexicon;
use super::overview::Overviews;
use super::session::Session;
use super::suggesting::Suggesting;
use crate::app::Context;
use crate::app::context::Lock;
use crate::domain::CoderId;
use crate::i18n::Catalog;
use crate::text::Language;

/// What every request shares.
pub(crate) struct AppState {
    context: Context,
    french: Arc<Catalog>,
    english: Arc<Catalog>,
    /// Of a browser that chose none.
    pub(crate) language: Language,
    /// What the opened address holds; its cookie afterwards.
    pub(crate) token: String,
    /// What a page sends with every write.
    pub(crate) write_token: String,
    /// Where we listen.
    pub(crate) port: u16,
    /// What happened, for every open page.
    pub(crate) events: Events,
    /// What was computed for pages.
    pub(crate) overviews: Overviews,
    /// What the words say, as far as pages asked for it.
    pub(crate) lexicon: Lexicon,
    /// What was suggested, to whom.
    pub(crate) suggesting: Suggesting,
    /// Keeps a second `serve` away as long as we live.
    lock: Option<Lock>,
}

impl std::fmt::Debug for AppState {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("AppState")
            .field("port", &self.port)
            .field("holds", &self.lock.is_some())
            .finish_non_exhaustive()
    }
}

impl AppState {
    /// Gathers the state of a server of the study in `context`.
    pub(crate) fn new(context: Context, language: Language, port: u16, secrets: (String, String)) -> Self {
        Self {
            context,
            french: Arc::new(Catalog::new(Language::Fr)),
            english: Arc::new(Catalog::new(Language::En)),
            language,
            token: secrets.0,
            write_token: secrets.1,
            port,
            events: Events::default(),
            overviews: Overviews::default(),
            lexicon: Lexicon::default(),
            suggesting: Suggesting::default(),
            lock: None,
        }
    }

    /// Keeps the lock on the study as long as the state lives.
    pub(crate) fn holding(mut self, lock: Lock) -> Self {
        self.lock = Some(lock);
        self
    }

    /// Returns the study as `session`'s coder acts on it.
    pub(crate) fn context(&self, session: &Session) -> Context {
        self.context.acting_as(session.coder.clone()).seeing(&session.visibility)
    }

    /// Returns the study as the person who started the server acts on it.
    pub(crate) fn own_context(&self) -> &Context {
        &self.context
    }

    /// Returns who codes in a browser that chose nobody.
    pub(crate) fn coder(&self) -> CoderId {
        self.context.coder.clone()
    }

    /// Returns the messages in a language.
    pub(crate) fn catalog(&self, language: Language) -> Arc<Catalog> {
        match language {
            Language::Fr => Arc::clone(&self.french),
            Language::En => Arc::clone(&self.english),
        }
    }
}
