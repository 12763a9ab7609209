//! Drafts: how they are stored.
