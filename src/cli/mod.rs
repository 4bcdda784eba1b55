//! The command line: one file a command; `ui` alone prints.
