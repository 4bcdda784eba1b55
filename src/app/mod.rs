//! Use cases: one file each, between the adapters and delivery.
