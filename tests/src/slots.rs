//! At most two browsers at a time, however many test threads there are.

use std::sync::{Condvar, Mutex, PoisonError};

const MOST: usize = 2;

static TAKEN: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

/// Leave to run a browser, given back when dropped.
#[derive(Debug)]
pub struct Slot(());

/// Waits for a free slot.
pub fn take() -> Slot {
    let taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
    let mut taken = FREED
        .wait_while(taken, |taken| *taken >= MOST)
        .unwrap_or_else(PoisonError::into_inner);
    *taken += 1;
    Slot(())
}

impl Drop for Slot {
    fn drop(&mut self) {
        *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        FREED.notify_one();
    }
}
