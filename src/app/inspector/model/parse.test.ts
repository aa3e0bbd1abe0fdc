import { describe, expect, it } from 'vitest';
import { fieldAt, type Field } from '../../../istio/index.ts';
import { parseText } from './parse.ts';

const field = (kind: string, path: string) => {
  const found = fieldAt(
    kind,
    path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
  );
  if (!found) throw new Error(`No field ${path}`);
  return found;
};
const attempts = field('VirtualService', 'spec.http.0.retries.attempts');
const timeout = field('VirtualService', 'spec.http.0.timeout');
const percent = field('VirtualService', 'spec.http.0.mirrorPercentage.value');
const host = field('DestinationRule', 'spec.host');
const bounded: Field = { ...attempts, kind: 'integer', min: 1, max: 65535 };

describe('typed text', () => {
  it.each([
    [attempts, '3', 3],
    [attempts, ' 12 ', 12],
    [percent, '0.5', 0.5],
    [percent, '.5', 0.5],
    [timeout, '5s', '5s'],
    [timeout, '1m30s', '1m30s'],
    [timeout, '500ms ', '500ms'],
    [host, 'true', 'true'],
    [host, '0755', '0755'],
    [host, '*.shop.example', '*.shop.example'],
    [bounded, '65535', 65535],
  ])('%# is read', (at, text, value) => {
    expect(parseText(at, text)).toEqual({ ok: true, value });
  });

  it.each([
    [attempts, '3.5', /whole/i],
    [attempts, 'three', /not a number/],
    [attempts, '1_000', /not a number/],
    [attempts, '0x10', /not a number/],
    [attempts, 'Infinity', /not a number/],
    [attempts, '99999999999999999999', /too large/],
    [bounded, '0', /between 1 and 65535/i],
    [bounded, '65536', /between 1 and 65535/i],
    [timeout, '5', /unit: 5s/],
    [timeout, '5 s', /length of time/],
    [timeout, 'soon', /length of time/],
  ])('%# is kept but not written', (at, text, message) => {
    const parsed = parseText(at, text);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.message).toMatch(message);
  });
});
