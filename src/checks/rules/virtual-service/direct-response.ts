import type { Finding } from '../../finding.ts';
import { refuse, removing, renamingKey, say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, text, type Spot } from '../../spot.ts';
import { utf8Length } from '../../values/utf8.ts';

const KIB = 1024;

/** The size of an answer that the proxy gives by itself. Of its status the schema speaks. */
export const direct: SpecRule = ({ spec }) => all(spec, 'http[].directResponse.body').flatMap(faults);

function faults(body: Spot): readonly Finding[] {
  const bytes = at(body, 'bytes');
  const encoded = text(bytes);
  if (encoded === undefined || isBase64(encoded)) return bodySize(body);
  const what = '"bytes" holds data as base64, and this is none. Put what is meant as text into "string".';
  const free = text(at(body, 'string')) === undefined;
  const mends = free ? [renamingKey(bytes.path, 'string')] : [removing(bytes.path)];
  return [refuse('MW0443', bytes, what, { mends })];
}

function bodySize(body: Spot): readonly Finding[] {
  const plain = text(at(body, 'string'));
  const encoded = text(at(body, 'bytes'));
  const size = plain === undefined ? decodedLength(encoded ?? '') : utf8Length(plain);
  const spot = plain === undefined ? at(body, 'bytes') : at(body, 'string');
  const said = `The answer has ${String(Math.ceil(size / KIB))} KiB`;
  if (size > KIB * KIB) return [refuse('MW0418', spot, `${said}; at most 1024 are allowed.`, { at: 'key' })];
  if (size <= 100 * KIB) return [];
  const what = `${said}. Every proxy holds it, and istiod sends it to each of them; above 100 it warns. Serve it from a service instead.`;
  return [say('MW0419', spot, what, { at: 'key' })];
}

/** In either alphabet, with its padding or without, as istiod decodes it. */
const isBase64 = (written: string): boolean => {
  const digits = written.replaceAll(/[\r\n]/g, '');
  if (!/^(?:[A-Za-z0-9+/]*|[-_A-Za-z0-9]*)={0,2}$/.test(digits)) return false;
  return digits.length % 4 === 0 || (!digits.endsWith('=') && digits.length % 4 !== 1);
};

const decodedLength = (base64: string): number => {
  const digits = base64.replaceAll(/[^-A-Za-z0-9+/_]/g, '').length;
  return Math.floor((digits * 3) / 4);
};
