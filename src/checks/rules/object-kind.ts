import { MODELLED_KINDS, newestApiVersion, type Resource } from '../../istio/index.ts';
import type { Finding } from '../finding.ts';
import { closest } from '../words.ts';

/** The kinds of Istio that are kept and shown but not looked into, besides those with a schema. */
const otherKinds = ['EnvoyFilter', 'ProxyConfig', 'Telemetry', 'TrafficExtension', 'WasmPlugin'];
const kinds: readonly string[] = [...MODELLED_KINDS, ...otherKinds];

/** The groups that Istio serves these kinds in; `config`, `rbac`, `install` and others of its past are not ours to judge. */
const groups: ReadonlySet<string> = new Set([
  'networking.istio.io',
  'security.istio.io',
  'telemetry.istio.io',
  'extensions.istio.io',
]);

/** A kind that looks like one of Istio's and is none. */
export function objectKind({ kind, group, apiVersion, modelled }: Resource): readonly Finding[] {
  if (modelled || kinds.includes(kind)) return [];
  const istio = groups.has(group);
  // Without an apiVersion only a slip in an Istio kind gives it away.
  if (!istio && apiVersion !== '') return [];
  const meant = closest(kind, kinds);
  if (!meant && !istio) return [];
  return [
    {
      code: 'MW0106',
      message:
        `Istio has no kind "${kind}"${meant ? `; did you mean ${meant}?` : ` in ${group}.`} ` +
        'The cluster refuses it, and it changes no traffic.',
      path: ['kind'],
      at: 'value',
      mends: meant ? [{ title: `Change to ${meant}`, steps: mendSteps(meant, apiVersion) }] : [],
    },
  ];
}

function mendSteps(kind: string, apiVersion: string): NonNullable<Finding['mends']>[number]['steps'] {
  const setKind = { kind: 'set-field', path: ['kind'], value: kind } as const;
  const newest = newestApiVersion(kind);
  if (!newest || apiVersion.split('/')[0] === newest.split('/')[0]) return [setKind];
  return [{ kind: 'set-field', path: ['apiVersion'], value: newest }, setKind];
}
