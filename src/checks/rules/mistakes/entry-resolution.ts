import type { Finding } from '../../finding.ts';
import { say, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isFilled, items, text, texts, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';

/** How the endpoints of a ServiceEntry are found, where that is likely not what was meant. */
export const entryResolution: SpecRule = ({ spec }) => [
  ...leftToTheApp(spec),
  ...withoutEndpoints(spec),
  ...selectedOutside(spec),
];

const isOutside = (spec: Spot): boolean => text(at(spec, 'location')) !== 'MESH_INTERNAL';

/** Single names outside, without addresses: what NONE passes on is what the app has looked up. */
function leftToTheApp(spec: Spot): readonly Finding[] {
  const resolution = at(spec, 'resolution');
  const hosts = texts(items(at(spec, 'hosts'))).map(({ value }) => value);
  const [host] = hosts;
  if (isFilled(resolution) || !isOutside(spec) || isFilled(at(spec, 'addresses'))) return [];
  if (isFilled(at(spec, 'endpoints')) || isFilled(at(spec, 'workloadSelector'))) return [];
  if (!host || hosts.some((name) => name.includes('*'))) return [];
  const what = `Without "resolution" this is NONE: sidecars do not look up ${quote(host)}, but pass connections on to the address that the app has found. Rules that send other requests here, and gateways, have no such address. With DNS the proxy looks it up.`;
  return [
    say('MW1140', at(spec, 'hosts'), what, {
      at: 'key',
      mends: [
        setting(resolution.path, 'DNS', 'Have it looked up: resolution DNS'),
        setting(resolution.path, 'NONE', 'Say that NONE is meant'),
      ],
    }),
  ];
}

function withoutEndpoints(spec: Spot): readonly Finding[] {
  const resolution = at(spec, 'resolution');
  if (text(resolution) !== 'STATIC') return [];
  if (isFilled(at(spec, 'endpoints')) || isFilled(at(spec, 'workloadSelector'))) return [];
  const named = texts(items(at(spec, 'hosts'))).every(({ value }) => !value.includes('*'));
  const what =
    'With STATIC the endpoints are those in "endpoints", or the workloads that "workloadSelector" picks. There are none, so requests fail with 503.';
  return [
    say('MW1141', resolution, what, {
      mends:
        named && !hasRange(spec)
          ? [setting(resolution.path, 'DNS', 'Look the hosts up: resolution DNS')]
          : [],
    }),
  ];
}

const hasRange = (spec: Spot): boolean =>
  texts(items(at(spec, 'addresses'))).some(({ value }) => value.includes('/'));

function selectedOutside(spec: Spot): readonly Finding[] {
  const selector = at(spec, 'workloadSelector');
  if (!isFilled(selector) || !isOutside(spec)) return [];
  const written = isFilled(at(spec, 'location'));
  const what = `The workloads that are selected here count as outside the mesh${written ? '' : ', as no location is written'}, so sidecars call them without mutual TLS.`;
  return [
    say('MW1142', selector, what, {
      at: 'key',
      mends: [setting([...spec.path, 'location'], 'MESH_INTERNAL', 'Say that they are of the mesh')],
    }),
  ];
}
