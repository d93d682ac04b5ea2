/** Makes archives, records and mails as other programs write them, byte by byte. Owns no expectation. */
import { crc32, deflateRawSync } from 'node:zlib';

const bytesOf = (content) => (typeof content === 'string' ? Buffer.from(content) : Buffer.from(content));

/** A tar archive (ustar; long names as pax records). */
export function tarOf(files) {
  const blocks = [];
  for (const [name, content] of Object.entries(files)) {
    if (Buffer.byteLength(name) > 100) {
      const record = paxRecord('path', name);
      blocks.push(tarHeader('PaxHeader', record.length, 'x'), padded(record));
    }
    const data = bytesOf(content);
    blocks.push(tarHeader(name.slice(0, 100), data.length, '0'), padded(data));
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function paxRecord(key, value) {
  const rest = ` ${key}=${value}\n`;
  let length = Buffer.byteLength(rest) + 1;
  while (`${length}`.length + Buffer.byteLength(rest) !== length) length++;
  return Buffer.from(`${length}${rest}`);
}

function tarHeader(name, size, type) {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100, 'utf8');
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  block.write('        ', 148);
  block.write(type, 156);
  block.write('ustar\x0000', 257, 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function padded(data) {
  return Buffer.concat([data, Buffer.alloc((512 - (data.length % 512)) % 512)]);
}

/** A ZIP archive; `streamed` writes sizes behind the data, as programs do that write to a pipe. */
export function zipOf(files, { stored = false, streamed = false } = {}) {
  const locals = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = bytesOf(content);
    const packed = stored ? data : deflateRawSync(data);
    const path = Buffer.from(name);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE((streamed ? 0x08 : 0) | 0x800, 2);
    fixed.writeUInt16LE(stored ? 0 : 8, 4);
    if (!streamed || stored) {
      fixed.writeUInt32LE(crc32(data), 10);
      fixed.writeUInt32LE(packed.length, 14);
      fixed.writeUInt32LE(data.length, 18);
    }
    fixed.writeUInt16LE(path.length, 22);
    const descriptor = Buffer.alloc(streamed ? 16 : 0);
    if (streamed) {
      descriptor.writeUInt32LE(0x08074b50, 0);
      descriptor.writeUInt32LE(crc32(data), 4);
      descriptor.writeUInt32LE(packed.length, 8);
      descriptor.writeUInt32LE(data.length, 12);
    }
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fixed, path, packed, descriptor]);
    const central = Buffer.alloc(46);
    central.write('PK\x01\x02', 'latin1');
    central.writeUInt16LE(20, 4);
    fixed.copy(central, 6, 0, 24);
    central.writeUInt32LE(crc32(data), 16);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(data.length, 24);
    central.writeUInt32LE(offset, 42);
    directory.push(Buffer.concat([central, path]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

/** One WARC record. */
export function warcRecord(type, fields, block) {
  const body = bytesOf(block);
  const lines = Object.entries({ 'WARC-Type': type, ...fields, 'Content-Length': body.length });
  const head = `WARC/1.0\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')]);
}

/** The answer of a web server. */
export function httpAnswer(body, fields = {}, status = '200 OK') {
  const head = Object.entries({ 'Content-Type': 'text/html; charset=utf-8', ...fields });
  const lines = head.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines}\r\n`), bytesOf(body)]);
}

/** A response record with its page. */
export function warcPage(url, answer, fields = {}) {
  return warcRecord(
    'response',
    {
      'WARC-Record-ID': `<urn:uuid:${url.length}-${url.replace(/\W/g, '-')}>`,
      'WARC-Target-URI': url,
      'WARC-Date': '2024-03-05T06:07:08Z',
      'Content-Type': 'application/http; msgtype=response',
      ...fields,
    },
    answer,
  );
}

/** A body cut into chunks, as HTTP/1.1 sends it. */
export function chunked(body, size = 100) {
  const data = bytesOf(body);
  const pieces = [];
  for (let at = 0; at < data.length; at += size) {
    const piece = data.subarray(at, at + size);
    pieces.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n'));
  }
  return Buffer.concat([...pieces, Buffer.from('0\r\n\r\n')]);
}
