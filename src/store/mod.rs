//! The database: the truth. One file an aggregate, every change an operation.
