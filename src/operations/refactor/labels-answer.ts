import type { Labels } from '../../istio/index.ts';

const KEY = /^(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const VALUE = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

/** Labels as people type them: `version: v2, track: new`, or with `=`. An answer that is none is why. */
export function labelsIn(answer: string): Labels | string {
  const labels: Record<string, string> = {};
  for (const pair of answer.split(',').map((part) => part.trim())) {
    if (pair === '') continue;
    const at = pair.search(/[:=]/);
    const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (at < 1) return `"${pair}" is no label: write key: value.`;
    if (!KEY.test(name)) return `"${name}" cannot be the key of a label.`;
    if (!VALUE.test(value)) return `"${value}" cannot be the value of a label.`;
    labels[name] = value;
  }
  return Object.keys(labels).length > 0 ? labels : 'Labels tell the pods apart: name at least one.';
}
