//! Bytes to characters: UTF-8, UTF-16, or an encoding that the surroundings decode.
