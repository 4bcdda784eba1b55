//! Tests over all charts.
