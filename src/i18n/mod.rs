//! Messages, numbers and typography in French and English; the language is a value.
