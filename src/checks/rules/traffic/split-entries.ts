import {
  asTexts,
  compareAge,
  hostsOf,
  key,
  member,
  namespaceOf,
  selectorOf,
  specOf,
  type Resource,
} from '../../../istio/index.ts';
import { portsOf } from '../../../routing/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { listOf, quote } from '../../words.ts';
import { isSameResource } from '../conflicts/same-resource.ts';
import { resolutionOf } from './entry-facts.ts';

/** Ports of a ServiceEntry that another, older one of its host and namespace leaves without endpoints. */
export const splitEntries: LinkedRule = ({ resource, view, namespace }) =>
  hostsOf(resource, view.settings).flatMap((host) => {
    const older = view
      .find(key.host('ServiceEntry', host))
      .find((one) => namespaceOf(one, view.settings) === namespace && !isSameResource(one, resource, view));
    if (!older || compareAge(older, resource) > 0 || joins(older, resource)) return [];
    const known = new Set(portsOf(older).map(({ number }) => number));
    const lost = portsOf(resource).filter(({ number }) => !known.has(number));
    const [first] = lost;
    if (!first) return [];
    const numbers = listOf(
      lost.map(({ number }) => String(number)),
      'and',
    );
    const what = `ServiceEntry ${older.name} defines ${quote(host)} already, and the two differ in resolution, labels, selector or exportTo, so Istio does not join them: ${lost.length === 1 ? 'port' : 'the ports'} ${numbers} of this one ${lost.length === 1 ? 'has' : 'have'} no endpoints, and calls there fail. Put all ports into one ServiceEntry.`;
    return [say('MW3219', { path: first.path }, what)];
  });

/** Whether Istio makes one service of two entries. */
function joins(a: Resource, b: Resource): boolean {
  const traits = (entry: Resource): string =>
    JSON.stringify([
      resolutionOf(entry),
      sorted(member(member(entry.value, 'metadata'), 'labels')),
      sorted(selectorOf(entry)),
      asTexts(member(specOf(entry), 'exportTo')).toSorted(),
    ]);
  return traits(a) === traits(b);
}

const sorted = (labels: unknown): unknown =>
  typeof labels === 'object' && labels !== null
    ? Object.entries(labels).sort(([one], [other]) => (one < other ? -1 : 1))
    : [];
