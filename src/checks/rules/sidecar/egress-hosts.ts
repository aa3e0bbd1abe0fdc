import type { Finding } from '../../finding.ts';
import { refuse, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, isFilled, texts, type Spot } from '../../spot.ts';
import { faultOfWildcardName, isDnsLabel } from '../../values/host-name.ts';
import { quote } from '../../words.ts';
import { nameFaults } from '../gateway/hosts.ts';

/** The services that a Sidecar lets its pods know, as namespace/name. */
export const egressHosts: SpecRule = ({ spec }) => [
  ...all(spec, 'egress[].hosts')
    .filter((hosts) => !isFilled(hosts))
    .map((hosts) =>
      refuse('MW0811', hosts, 'An egress listener needs at least one host; "./*" is all of this namespace.', {
        at: 'key',
        mends: [setting(hosts.path, ['./*'], 'Know this namespace')],
      }),
    ),
  ...texts(all(spec, 'egress[].hosts[]')).flatMap(hostFaults),
];

function hostFaults(spot: Spot<string>): readonly Finding[] {
  const slash = spot.value.indexOf('/');
  const [namespace, host] =
    slash < 0 ? ['', spot.value] : [spot.value.slice(0, slash), spot.value.slice(slash + 1)];
  if (slash < 0 || namespace === '' || host === '') return [notTwoParts(spot, namespace, host)];
  if (!isNamespace(namespace)) {
    const what = `In ${quote(spot.value)} the part before the slash must be a namespace, "." (this one), "*" (all) or "~" (none), and ${quote(namespace)} is none.`;
    return [
      refuse('MW0812', spot, what, {
        mends: [setting(spot.path, `./${host}`), setting(spot.path, `*/${host}`)],
      }),
    ];
  }
  return nameFaults(spot, host, (name) => faultOfWildcardName(name) === null);
}

/** With a tilde before it, a namespace is left out. */
const isNamespace = (text: string): boolean =>
  ['*', '.', '~', '~*', '~.', '~~'].includes(text) || isDnsLabel(text.replace(/^~/, ''));

function notTwoParts(spot: Spot<string>, namespace: string, host: string): Finding {
  const what = `${quote(spot.value)} must be a namespace, a slash and a host, such as ./* or shop/web.shop.svc.cluster.local.`;
  const name =
    host === '' && isDnsLabel(namespace)
      ? `${namespace}/*`
      : host.includes('.') || host === '*'
        ? `*/${host}`
        : isDnsLabel(host)
          ? `${host}/*`
          : undefined;
  const good = name !== undefined && (name.endsWith('/*') || faultOfWildcardName(name.slice(2)) === null);
  return refuse('MW0812', spot, what, { mends: good ? [setting(spot.path, name)] : [] });
}
