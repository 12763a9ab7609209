//! Missing and unfinished parts.
