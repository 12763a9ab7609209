// The wasm travels as base64 of gzip: half the size of plain base64, and it starts as fast.
function nigaoInflate(base64) {
  const text = atob(base64);
  const packed = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    packed[i] = text.charCodeAt(i);
  }
  const gzip = new DecompressionStream("gzip");
  const writer = gzip.writable.getWriter();
  // What goes wrong here goes wrong at the readable end too, where it is told.
  writer.write(packed).catch(() => {});
  writer.close().catch(() => {});
  return new Response(gzip.readable).arrayBuffer();
}
