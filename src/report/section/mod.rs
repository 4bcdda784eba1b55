//! One file a chapter: findings to blocks.
