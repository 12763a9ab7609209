//! Journeys through the built program in real browsers.
