// Starts the app and says plainly when it cannot: the words stand in index.html, so this file stays ASCII.
function nigaoBoot(start) {
  const trouble = (kind, error) => {
    const boot = document.getElementById("boot");
    document.getElementById("app").hidden = true;
    boot.dataset.trouble = kind;
    for (const detail of boot.querySelectorAll(".boot-detail")) {
      detail.textContent = error ? String(error) : "";
    }
  };
  if (typeof WebAssembly !== "object") {
    trouble("no-wasm");
    return;
  }
  start().then(
    () => document.getElementById("boot")?.remove(),
    (error) => {
      const lacking = [WebAssembly.CompileError, WebAssembly.LinkError, ReferenceError];
      trouble(lacking.some((kind) => error instanceof kind) ? "too-old" : "failed", error);
      throw error;
    },
  );
}
