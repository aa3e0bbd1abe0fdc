import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, items, text, texts, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';
import { resolutionOf } from './resolution.ts';

const WAYPOINT = 'istio.io/use-waypoint';

/** The resolution that looks up the very name of each request: for wildcards, and for nothing but them. */
export const dynamicDns: SpecRule = ({ root, spec }) => {
  if (resolutionOf(spec) !== 'DYNAMIC_DNS') return [];
  return [...hosts(spec), ...withoutPlaces(spec), ...protocols(spec), ...waypoint(root, spec)];
};

const hosts = (spec: Spot): readonly Finding[] =>
  texts(all(spec, 'hosts[]'))
    .filter(({ value }) => !value.startsWith('*'))
    .map((host) => {
      const what = `DYNAMIC_DNS is for wildcards such as *.example.com, and ${quote(host.value)} is one name.`;
      const mends =
        items(at(spec, 'hosts')).length === 1
          ? [setting(['spec', 'resolution'], 'DNS', 'Set resolution to DNS')]
          : [removing(host.path, 'Remove the host')];
      return refuse('MW0611', host, what, { mends });
    });

const withoutPlaces = (spec: Spot): readonly Finding[] =>
  ['addresses', 'endpoints']
    .map((name) => at(spec, name))
    .filter(isFilled)
    .map((spot) => {
      const what = `With DYNAMIC_DNS the address comes from the name of each request, so there can be no ${String(spot.path.at(-1))}.`;
      return refuse('MW0612', spot, what, { at: 'key', mends: [removing(spot.path)] });
    });

const allowed = ['HTTP', 'TLS', 'GRPC', 'HTTP2'];

const protocols = (spec: Spot): readonly Finding[] =>
  all(spec, 'ports[]').flatMap((port) => {
    const spot = at(port, 'protocol');
    const written = isPresent(spot) ? text(spot) : '';
    if (written === undefined || allowed.includes(written.toUpperCase())) return [];
    const meant =
      written.toUpperCase() === 'HTTPS' ? 'TLS' : written.toUpperCase() === 'GRPC-WEB' ? 'GRPC' : 'HTTP';
    const what = `DYNAMIC_DNS needs to read the name of the host from the traffic: from HTTP, HTTP2, GRPC or TLS${written === '' ? '' : `, not from ${quote(written)}`}.`;
    return [
      refuse('MW0613', isPresent(spot) ? spot : port, what, {
        mends: [setting(spot.path, meant, `Set the protocol to ${meant}`)],
      }),
    ];
  });

function waypoint(root: Spot, spec: Spot): readonly Finding[] {
  const label = at(root, 'metadata', 'labels', WAYPOINT);
  const value = text(label);
  if (
    text(at(spec, 'location')) !== 'MESH_INTERNAL' ||
    value === undefined ||
    value === '' ||
    value === 'none'
  )
    return [];
  const what = 'A service inside the mesh with DYNAMIC_DNS cannot have a waypoint.';
  return [refuse('MW0614', label, what, { at: 'key', mends: [removing(label.path, 'Remove the label')] })];
}
