//! Analysis: numbers in, numbers out. No input or output.
