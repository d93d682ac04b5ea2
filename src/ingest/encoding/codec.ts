/** Legacy encodings by iconv-lite, loaded when the first text is met that is not UTF-8. Owns what is kept of it. */
import { bufferOf } from '../../lib/buffer-of.ts';

export interface Codec {
  /** What each of the 256 bytes means in an encoding of one byte a character. */
  readonly characters: (codec: string) => string;
  readonly decode: (bytes: Uint8Array, codec: string) => string;
  readonly exists: (codec: string) => boolean;
}

let loaded: Codec | undefined;

export async function loadCodec(): Promise<Codec> {
  if (loaded !== undefined) return loaded;
  const { default: iconv } = await import('iconv-lite');
  const known = new Map<string, string>();
  const ALL = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  const decode = (bytes: Uint8Array, codec: string): string =>
    iconv.decode(bufferOf(bytes), codec, { stripBOM: false });
  loaded = {
    characters: (codec) => {
      const before = known.get(codec);
      if (before !== undefined) return before;
      const characters = decode(ALL, codec);
      known.set(codec, characters);
      return characters;
    },
    decode,
    exists: (codec) => iconv.encodingExists(codec),
  };
  return loaded;
}
