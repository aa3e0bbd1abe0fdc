import { say, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, text } from '../../spot.ts';
import { resolutionOf } from './resolution.ts';

const OPT_OUT = 'networking.istio.io/enable-autoallocate-ip';

/** A TCP port of a service without an address, where Istio does not make one up: nothing tells its connections from others. */
export const tcpAddress: SpecRule = ({ root, spec }) => {
  const without = text(at(root, 'metadata', 'labels', OPT_OUT))?.toLowerCase() === 'false';
  if (isFilled(at(spec, 'addresses')) || !(without || resolutionOf(spec) === 'NONE')) return [];
  const port = all(spec, 'ports[]').find((each) => ['', 'TCP'].includes(text(at(each, 'protocol')) ?? ''));
  if (!port) return [];
  const what = `This port may carry TCP, and the service has no address. Connections to this port at any address then count as its own. Name its "addresses"${without ? '' : ', or choose another resolution'}.`;
  const mends = without ? [] : [setting(['spec', 'resolution'], 'DNS', 'Set resolution to DNS')];
  return [say('MW0603', port, what, { at: 'key', mends: hostsAreNames(spec) ? mends : [] })];
};

const hostsAreNames = (spec: Parameters<typeof all>[0]): boolean =>
  all(spec, 'hosts[]').every((host) => !(text(host) ?? '').includes('*'));
