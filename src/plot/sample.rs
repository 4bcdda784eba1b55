//! Sample charts.
