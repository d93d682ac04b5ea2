/** The part of unbzip2-stream that is used: it works inside `write` and `end`. */
declare module 'unbzip2-stream' {
  interface Unbzip2 {
    on(event: 'data', listener: (chunk: Uint8Array) => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
    write(chunk: Uint8Array): void;
    end(): void;
  }
  const unbzip2: () => Unbzip2;
  export = unbzip2;
}
