//! The report: blocks, sections, renderings. Computes no new statistic.
