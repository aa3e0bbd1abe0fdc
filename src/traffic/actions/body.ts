import { asText, member } from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The body that a `directResponse` sends: text, or bytes as base64, of which what is UTF-8 can be read. */
export const bodyOf = (body: YamlValue | undefined): string =>
  asText(member(body, 'string')) ?? decoded(asText(member(body, 'bytes')) ?? '');

function decoded(base64: string): string {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const digit of base64.replaceAll('-', '+').replaceAll('_', '/')) {
    const value = DIGITS.indexOf(digit);
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xff_ff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
