//! Shapes and charts to SVG; knows no codes, computes no statistics.
