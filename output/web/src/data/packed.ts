// SPDX-License-Identifier: MIT

/** What output/report/packed.hpp has packed: a zlib stream (RFC 1950) in base64. */
export async function unpacked(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(stream).text();
}
