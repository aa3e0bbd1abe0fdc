import type { ModelledKind } from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import { refuse, removing, renamingKey, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, entries, text, type Entry } from '../../spot.ts';
import { faultOfLabelKey, faultOfLabelValue } from '../../values/label.ts';
import { quote } from '../../words.ts';

/** The labels whose form istiod checks. */
const places: Partial<Record<ModelledKind, readonly string[]>> = {
  VirtualService: ['http[].match[].sourceLabels', 'tcp[].match[].sourceLabels', 'tls[].match[].sourceLabels'],
  DestinationRule: ['subsets[].labels'],
  ServiceEntry: ['endpoints[].labels'],
  WorkloadEntry: ['labels'],
  WorkloadGroup: ['metadata.labels'],
};

/** Keys and values that no label can have. */
export const labels: SpecRule = ({ kind, spec }) =>
  all(spec, places[kind] ?? []).flatMap((map) => entries(map).flatMap(faults));

function faults(label: Entry): readonly Finding[] {
  const key = badKey(label);
  const value = badValue(label);
  return key.length > 0 ? [...key, ...value] : value;
}

function badKey(label: Entry): readonly Finding[] {
  const fault = faultOfLabelKey(label.key);
  if (!fault) return [];
  const meant = mended(label.key);
  const good = meant !== '' && faultOfLabelKey(meant) === null;
  const mends = [...(good ? [renamingKey(label.path, meant)] : []), removing(label.path, 'Remove the label')];
  return [
    refuse('MW0316', label, `${quote(label.key)} cannot be the key of a label: ${fault}.`, {
      at: 'key',
      mends,
    }),
  ];
}

function badValue(label: Entry): readonly Finding[] {
  const value = text(label);
  const fault = value === undefined ? null : faultOfLabelValue(value);
  if (value === undefined || !fault) return [];
  const meant = mended(value);
  const mends = faultOfLabelValue(meant) === null ? [setting(label.path, meant)] : [];
  return [refuse('MW0317', label, `${quote(value)} cannot be the value of a label: ${fault}.`, { mends })];
}

/** The same without what labels cannot hold. */
const mended = (written: string): string =>
  written
    .trim()
    .replaceAll(/[\s:=,]+/g, '-')
    .replaceAll(/[^-A-Za-z0-9_./]/g, '')
    .replaceAll(/^[-_.]+|[-_.]+$/g, '');
