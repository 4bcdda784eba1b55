//! cooccurrence
