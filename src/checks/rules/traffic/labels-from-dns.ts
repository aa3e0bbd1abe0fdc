import {
  asLabels,
  labelsMatch,
  labelsText,
  member,
  selectorOf,
  type Resource,
} from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { removing, say } from '../../say.ts';
import { at, items, text, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';
import { endpointsIn, isLookedUp, resolutionOf } from './entry-facts.ts';
import { entriesBehind } from './entry-definers.ts';

/** Subsets by labels, of hosts whose endpoints have none. */
export const labelsFromDns: LinkedRule = (subject) => {
  const labelled = items(at(subject.spec, 'subsets')).filter(
    (subset) => Object.keys(asLabels(at(subset, 'labels').value)).length > 0,
  );
  if (!labelled.length) return [];
  const entries = entriesBehind(subject);
  if (
    !entries.length ||
    !entries.every((entry) => isLookedUp(entry) || resolutionOf(entry) === 'DYNAMIC_DNS')
  )
    return [];
  return labelled.flatMap((subset) =>
    entries.some((entry) => mayHave(entry, subset, subject.given.workloads)) ? [] : [none(subset)],
  );
};

/** Whether an endpoint may carry the labels; of endpoints that are written down, other rules tell where workloads are. */
function mayHave(entry: Resource, subset: Spot, workloads: boolean): boolean {
  if (resolutionOf(entry) === 'DYNAMIC_DNS') return false;
  if (selectorOf(entry)) return true;
  const endpoints = endpointsIn(entry);
  if (!endpoints.length) return false;
  const labels = asLabels(at(subset, 'labels').value);
  return workloads || endpoints.some((endpoint) => labelsMatch(labels, asLabels(member(endpoint, 'labels'))));
}

function none(subset: Spot): Finding {
  const labels = labelsText(asLabels(at(subset, 'labels').value));
  const what = `The host is looked up by name, and what DNS answers carries no labels, so subset ${quote(text(at(subset, 'name')) ?? '')} with ${labels} has no endpoint: requests for it fail with 503. List "endpoints" with labels in the ServiceEntry, or use another host.`;
  return say('MW3208', at(subset, 'labels'), what, {
    at: 'key',
    mends: [removing(at(subset, 'labels').path, 'Take all endpoints of the host')],
  });
}
