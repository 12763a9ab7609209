//! Values left open.
