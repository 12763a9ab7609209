//! Screenshots of every screen, taken by a journey.

use crate::{browsers, bundle, shell, test};

pub fn run() -> Result<(), String> {
    let chromium = browsers::chromium()?;
    bundle::run()?;
    let folder = shell::cache().join("shots");
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let mut journey = test::journeys(&chromium);
    shell::run(
        journey
            .args(["--test", "shots"])
            .env("NIGAO_SHOTS", &folder),
    )?;
    println!("{}", folder.display());
    Ok(())
}
