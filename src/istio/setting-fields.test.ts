import { describe, expect, it } from 'vitest';
import { SETTING_FIELDS, settingObjection, settingText, settingValue } from './setting-fields.ts';
import type { YamlMap, YamlValue } from '../yaml/index.ts';

const field = (name: string) => SETTING_FIELDS.find(({ path }) => path.join('.') === name)!;
const within = ([step, ...rest]: readonly string[], value: YamlValue): YamlMap => ({
  [String(step)]: rest.length ? within(rest, value) : value,
});

describe('a setting in a form', () => {
  it.each<[string, YamlValue, string]>([
    ['targetVersion', '1.27', '1.27'],
    ['dnsCapture', true, 'true'],
    ['ingressGateway', false, 'false'],
    ['knownNamespaces', ['shop', 'attic'], 'shop, attic'],
    ['suppress', ['IST0101', 'IST0102=Service a.b'], 'IST0101\nIST0102=Service a.b'],
    ['meshConfig.outboundTrafficPolicy.mode', 'REGISTRY_ONLY', 'REGISTRY_ONLY'],
    ['meshConfig.defaultServiceExportTo', ['.'], '.'],
  ])('%s is read and written the same', (name, value, text) => {
    const setting = field(name);
    expect(settingText(setting, within(setting.path, value))).toBe(text);
    expect(settingValue(setting, text)).toEqual(value);
  });

  it('reads a version that YAML takes for a number', () => {
    expect(settingText(field('targetVersion'), { targetVersion: 1.3 })).toBe('1.30');
  });

  it('of which nothing is said is an empty text, and an empty text says nothing', () => {
    for (const setting of SETTING_FIELDS) {
      expect(settingText(setting, {})).toBe('');
      expect(settingValue(setting, ' \n ')).toBeUndefined();
      expect(settingObjection(setting, '')).toBeNull();
    }
  });

  it.each([
    ['rootNamespace', 'istio-system', null],
    ['rootNamespace', 'Istio', /“Istio” is no namespace/],
    ['knownNamespaces', 'shop attic', null],
    ['knownNamespaces', 'shop, *', /“\*” is no namespace/],
    ['clusterDomain', 'corp.example', null],
    ['clusterDomain', 'corp..example', /no domain/],
    ['meshConfig.defaultVirtualServiceExportTo', '., shop', null],
    ['suppress', 'anything at all', null],
  ])('%s of “%s”', (name, text, words) => {
    const objection = settingObjection(field(name), text);
    if (words === null) expect(objection).toBeNull();
    else expect(objection).toMatch(words);
  });
});
