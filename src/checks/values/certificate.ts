/** What a certificate in PEM form says, as far as it decides whether it can be shown to clients. */
export interface Certificate {
  /** Milliseconds, as `Date` counts. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** The modulus of an RSA key, in hexadecimal; undefined for keys of other kinds. */
  readonly modulus: string | undefined;
}

/** One value in DER: its tag, and where its content stands. */
interface Item {
  readonly tag: number;
  readonly from: number;
  readonly to: number;
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const UTC_TIME = 0x17;

/** The bytes of the first block of PEM with such a label; undefined where there is none, or it is not base64. */
function block(text: string, label: RegExp): Uint8Array | undefined {
  for (const [, name = '', body = ''] of text.matchAll(
    /-----BEGIN ([A-Z0-9 ]+)-----\s+([A-Za-z0-9+/=\s]+?)-----END \1-----/g,
  )) {
    if (label.test(name)) return bytesOf(body.replaceAll(/\s/g, ''));
  }
  return undefined;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Neither a browser's nor Node's own way: kernels know of neither. */
function bytesOf(base64: string): Uint8Array | undefined {
  const digits = base64.replace(/={0,2}$/, '');
  if (digits.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let value = 0;
  let at = 0;
  for (const char of digits) {
    const digit = DIGITS.indexOf(char);
    if (digit < 0) return undefined;
    value = ((value << 6) | digit) & 0xffff;
    bits += 6;
    if (bits >= 8) bytes[at++] = (value >> (bits -= 8)) & 0xff;
  }
  return bytes;
}

/** The text that a Secret holds under a key of `data`, which is base64; undefined where it is not. */
export function decoded(base64: string): string | undefined {
  const bytes = bytesOf(base64.replaceAll(/\s/g, ''));
  return bytes && Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** The values inside a constructed one, in order; undefined where the bytes do not add up. */
function inside(bytes: Uint8Array, { from, to }: Pick<Item, 'from' | 'to'>): readonly Item[] | undefined {
  const found: Item[] = [];
  let at = from;
  while (at < to) {
    const tag = bytes[at];
    let length = bytes[at + 1];
    if (tag === undefined || length === undefined) return undefined;
    let start = at + 2;
    if (length > 0x80) {
      const size = length - 0x80;
      if (size > 4) return undefined;
      length = 0;
      for (let i = 0; i < size; i++) length = length * 256 + (bytes[start + i] ?? 0);
      start += size;
    } else if (length === 0x80) return undefined;
    if (start + length > to) return undefined;
    found.push({ tag, from: start, to: start + length });
    at = start + length;
  }
  return found;
}

const hex = (bytes: Uint8Array, { from, to }: Item): string =>
  [...bytes.subarray(from, to)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .replace(/^(00)+/, '');

/** `YYMMDDhhmmssZ` or with four digits of the year. */
function time(bytes: Uint8Array, item: Item): number {
  const text = String.fromCharCode(...bytes.subarray(item.from, item.to));
  const full = item.tag === UTC_TIME ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?Z$/.exec(full) ?? [];
  const [year = NaN, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second || 0);
}

/** The first certificate in a PEM text; undefined where there is none that can be read. */
export function certificateIn(text: string): Certificate | undefined {
  const bytes = block(text, /^(TRUSTED )?CERTIFICATE$/);
  if (!bytes) return undefined;
  const [whole] = inside(bytes, { from: 0, to: bytes.length }) ?? [];
  const [signed] = (whole?.tag === SEQUENCE && inside(bytes, whole)) || [];
  const fields = (signed?.tag === SEQUENCE && inside(bytes, signed)) || [];
  // The version, in brackets of its own, may be left out: then come serial, algorithm, issuer, validity, subject, key.
  const [, , , validity, , key] = fields[0]?.tag === INTEGER ? fields : fields.slice(1);
  const [start, end] = (validity?.tag === SEQUENCE && inside(bytes, validity)) || [];
  if (!start || !end || key?.tag !== SEQUENCE) return undefined;
  const notBefore = time(bytes, start);
  const notAfter = time(bytes, end);
  if (Number.isNaN(notBefore) || Number.isNaN(notAfter)) return undefined;
  const bits = inside(bytes, key)?.find(({ tag }) => tag === BIT_STRING);
  // A bit string begins with how many bits of its last byte do not count.
  const modulus = bits && firstInteger(bytes, { from: bits.from + 1, to: bits.to });
  return { notBefore, notAfter, modulus };
}

/** The modulus of an RSA public key: the first of the two numbers in its sequence. */
function firstInteger(bytes: Uint8Array, within: Pick<Item, 'from' | 'to'>): string | undefined {
  if (bytes[within.from] !== SEQUENCE) return undefined;
  const [sequence] = inside(bytes, within) ?? [];
  const [number] = (sequence && inside(bytes, sequence)) || [];
  return number?.tag === INTEGER ? hex(bytes, number) : undefined;
}

/** Whether a PEM text holds a private key, and the modulus of an RSA one. */
export function privateKeyIn(text: string): { readonly modulus: string | undefined } | undefined {
  const bytes = block(text, /PRIVATE KEY$/);
  if (!bytes) return undefined;
  const [whole] = inside(bytes, { from: 0, to: bytes.length }) ?? [];
  const parts = (whole?.tag === SEQUENCE && inside(bytes, whole)) || undefined;
  if (!parts) return undefined;
  // PKCS #8 wraps the key in an octet string; PKCS #1 has version, modulus and so on side by side.
  const wrapped = parts.find(({ tag }) => tag === OCTET_STRING);
  const [inner] = wrapped && bytes[wrapped.from] === SEQUENCE ? (inside(bytes, wrapped) ?? []) : [];
  const numbers = wrapped ? (inner && inside(bytes, inner)) || [] : parts;
  const modulus = numbers[1]?.tag === INTEGER ? hex(bytes, numbers[1]) : undefined;
  return { modulus };
}
