import { isWildcard } from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { all, texts } from '../../spot.ts';
import { quote } from '../../words.ts';
import { definersOf } from './known-host.ts';

/** The single hosts that a Sidecar lets its workloads know. */
export const egressHosts: LinkedRule = ({ spec, view, namespace, given }) => {
  if (!given.services) return [];
  return texts(all(spec, 'egress[].hosts[]')).flatMap((spot) => {
    const slash = spot.value.indexOf('/');
    const host = spot.value.slice(slash + 1);
    if (slash < 0 || host === '' || isWildcard(host) || definersOf(view, host, namespace).length) return [];
    return [
      say('MW2017', spot, `No Service or ServiceEntry defines ${quote(host)}, so this line changes nothing.`),
    ];
  });
};
