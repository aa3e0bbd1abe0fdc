import { expect, it } from 'vitest';
import { codeInfo, CODES, effectOf, isCode } from './index.ts';

const usual = (code: string) => ({
  code,
  severity: isCode(code) ? codeInfo(code).severity : ('error' as const),
});

it.each([
  ['what cannot be read', 'MW0001', 'rejected'],
  ['what is only not read here', 'MW0006', 'misbehaves'],
  ['what the webhook refuses', 'MW0201', 'rejected'],
  ['what fails with 503', 'MW2001', 'misbehaves'],
  ['what is warned of', 'MW0303', 'misbehaves'],
  ['what is worth knowing', 'MW0218', 'note'],
  ['what nobody knows', 'MW9999', 'misbehaves'],
])('%s (%s): %s', (_, code, effect) => {
  expect(effectOf(usual(code))).toBe(effect);
});

it('a milder case of what is refused elsewhere is not refused', () => {
  expect(effectOf({ code: 'MW0201', severity: 'warning' })).toBe('misbehaves');
  expect(effectOf({ code: 'MW0201', severity: 'hint' })).toBe('note');
});

it('whatever says that the cluster refuses it counts as rejected', () => {
  for (const [code, info] of Object.entries(CODES)) {
    if (info.severity === 'error' && info.means.startsWith('The cluster refuses')) {
      expect([code, effectOf({ code, severity: info.severity })]).toEqual([code, 'rejected']);
    }
  }
});
