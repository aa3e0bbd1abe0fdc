import { hostsOf, isWildcard, key, type Resource } from '../../../istio/index.ts';
import { sentTo } from '../../../routing/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { at, items, text } from '../../spot.ts';
import { quote } from '../../words.ts';

/** Subsets that no VirtualService sends to, of hosts that some send to. */
export const subsetUse: LinkedRule = ({ resource, spec, view }) => {
  const [host] = hostsOf(resource, view.settings);
  const subsets = items(at(spec, 'subsets'));
  if (host === undefined || isWildcard(host) || !subsets.length) return [];
  const senders: readonly Resource[] = view.find(key.sendingTo(host));
  const ways = senders.flatMap((sender) => sentTo(sender, view)).filter((way) => way.host === host);
  if (!ways.length) return [];
  return subsets.flatMap((subset) => {
    const name = text(at(subset, 'name'));
    if (!name) return [];
    const uses = ways.filter((way) => way.subset === name);
    if (uses.some((way) => !way.mirror)) return [];
    const what = uses.length
      ? `Subset ${quote(name)} gets copies of requests only: rules mirror to it, and none sends to it.`
      : `No rule sends to subset ${quote(name)}, though rules send to this host.`;
    return [say('MW3218', at(subset, 'name'), what)];
  });
};
