/** UTF-16 as UTF-8 while it streams by, for formats that are cut by bytes. Half a pair becomes U+FFFD. */

/** `prefix` begins with the mark, or with an ASCII character whose zero byte tells the order. */
export async function* textOfUtf16(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  prefix: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const isBig = prefix[0] === 0xfe || prefix[0] === 0;
  const decoder = new TextDecoder(isBig ? 'utf-16be' : 'utf-16le');
  for await (const chunk of source) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
  yield Buffer.from(decoder.decode(), 'utf8');
}
