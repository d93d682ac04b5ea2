/** Control characters: how many of them a text can hold. */

/** More control characters than this and it is not text; UTF-8 text of any language has none at all. */
export const MAX_CONTROL_SHARE = 0.01;

/** C0 controls but tab, line feed, vertical tab, form feed and carriage return; delete. */
function isControl(unit: number): boolean {
  return unit < 0x09 || (unit > 0x0d && unit < 0x20) || unit === 0x7f;
}

/** No NUL, and hardly a control character. */
export function isText(text: string): boolean {
  let controls = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0) return false;
    if (isControl(unit)) controls++;
  }
  return controls <= text.length * MAX_CONTROL_SHARE;
}

export function isBinary(bytes: Uint8Array): boolean {
  return bytes.includes(0) || controlShare(bytes) > MAX_CONTROL_SHARE;
}

/** Share of control bytes, NULs left out. */
export function controlShare(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes) if (byte !== 0 && isControl(byte)) controls++;
  return controls / Math.max(1, bytes.length);
}
