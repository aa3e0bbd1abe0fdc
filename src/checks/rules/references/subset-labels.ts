import {
  asLabels,
  firstLabel,
  key,
  labelsMatch,
  member,
  resolveHost,
  workloadLabels,
} from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { at, isFilled, items, text } from '../../spot.ts';
import { quote } from '../../words.ts';
import { definersOf } from './known-host.ts';

/** Subsets that say nothing about which endpoints they mean. */
export const subsetLabels: LinkedRule = ({ spec, view, namespace }) => {
  const written = text(at(spec, 'host'));
  const subsets = items(at(spec, 'subsets')).filter((subset) => !isFilled(at(subset, 'labels')));
  if (!written || !subsets.length) return [];
  const host = resolveHost(written, namespace, view.settings.clusterDomain);
  if (!definersOf(view, host, namespace).length) return [];
  return subsets.flatMap((subset) => {
    const name = text(at(subset, 'name'));
    if (!name) return [];
    const labels = { version: name };
    const first = firstLabel(asLabels(labels));
    const carried =
      first !== undefined &&
      view
        .find(key.labelled(namespace, ...first))
        .some((workload) => labelsMatch(labels, workloadLabels(workload) ?? {}));
    const sets = member(subset.value, 'trafficPolicy') !== undefined;
    const what = sets
      ? `Subset ${quote(name)} has no labels, so it is all of ${quote(written)} with a policy of its own.`
      : `Subset ${quote(name)} has no labels and no policy, so it is just ${quote(written)}.`;
    const mends = carried ? [setting([...subset.path, 'labels'], labels, `Pick version: ${name}`)] : [];
    return [say('MW2052', subset, what, { mends })];
  });
};
