import { isDnsLabel, type Fault } from './host-name.ts';

const name = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** What is wrong with a label's key, as a clause; null when it is fine. */
export function faultOfLabelKey(key: string): Fault {
  if (key.length <= 63 && name.test(key)) return null;
  const slash = key.lastIndexOf('/');
  const prefix = key.slice(0, Math.max(slash, 0));
  const rest = key.slice(slash + 1);
  if (slash >= 0 && (prefix.length > 253 || !prefix.split('.').every(isDnsLabel)))
    return 'what stands before the slash must be a DNS name';
  if (rest === '') return 'the name is empty';
  if (rest.length > 63) return `the name has ${String(rest.length)} characters and may have 63`;
  return name.test(rest) ? null : shape;
}

/** What is wrong with a label's value, as a clause; null when it is fine. Its length is the API server's business. */
export function faultOfLabelValue(value: string): Fault {
  return value === '' || name.test(value) ? null : shape;
}

const shape =
  'only letters, digits, hyphens, underscores and dots are allowed, with a letter or digit at both ends';
