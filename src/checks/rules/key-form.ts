import type { Format } from '../../istio/index.ts';
import type { Finding } from '../finding.ts';
import { asMap, type FieldRule } from '../visit.ts';
import { quote } from '../words.ts';

/** Keys of maps, and values of selectors, that the API server refuses for their form. */
export const keyForm: FieldRule = ({ field, value, path }) => {
  if (field.kind === 'string') {
    if (field.format !== 'selector-value' || typeof value !== 'string' || !value.includes('*')) return [];
    const message = `${quote(value)} is not a label's value: selectors know no wildcard. The cluster refuses the resource as it is.`;
    return [{ code: 'MW0210', message, path, at: 'value' }];
  }
  const map = asMap(value);
  if (field.kind !== 'map' || !field.keyFormat || !map) return [];
  const rule = keyRules[field.keyFormat];
  if (!rule) return [];
  return Object.keys(map)
    .filter((key) => !rule.test(key))
    .map((key): Finding => ({
      code: 'MW0212',
      message: `${quote(key)} cannot be a key of "${field.name}": ${rule.demand}. The cluster refuses the resource as it is.`,
      path: [...path, key],
      at: 'key',
    }));
};

interface KeyRule {
  readonly test: (key: string) => boolean;
  readonly demand: string;
}

const keyRules: Partial<Record<Format, KeyRule>> = {
  port: {
    test: (key) => /^\d+$/.test(key) && Number(key) >= 1 && Number(key) <= 65535,
    demand: 'keys here are port numbers, from 1 to 65535',
  },
  'selector-key': {
    test: (key) => key !== '' && !key.includes('*'),
    demand: 'a selector needs the whole name of a label, without wildcards',
  },
  // The CRD asks for less than 63 characters, one below what DNS allows.
  'port-name': {
    test: (key) => key.length < 63 && /^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$/.test(key),
    demand: 'keys here are names of ports, of letters, digits and inner hyphens, at most 62',
  },
};
