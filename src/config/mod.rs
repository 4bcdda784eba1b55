//! Settings files to values, one file a concern.
