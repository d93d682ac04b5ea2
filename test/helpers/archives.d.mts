type Content = string | Uint8Array;
type Files = Readonly<Record<string, Content>>;
type Fields = Readonly<Record<string, string>>;
export function tarOf(files: Files): Buffer;
export function zipOf(
  files: Files,
  options?: { readonly stored?: boolean; readonly streamed?: boolean },
): Buffer;
export function warcRecord(type: string, fields: Fields, block: Content): Buffer;
export function httpAnswer(body: Content, fields?: Fields, status?: string): Buffer;
export function warcPage(url: string, answer: Content, fields?: Fields): Buffer;
export function chunked(body: Content, size?: number): Buffer;
