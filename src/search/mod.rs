//! The full-text index: a cache of the store, one document a turn.
