import { asList, asText, valueAt } from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { all, at, isFilled, number, text, type Spot } from '../../spot.ts';

const METADATA = ['defaultConfig', 'proxyMetadata'] as const;

/** Ports of a ServiceEntry that may carry TCP, without an address that would tell their connections from others. */
export const addressesRequired: LinkedRule = ({ resource, spec, view }) => {
  const { meshConfig } = view.settings;
  const on = (name: string): boolean => asText(valueAt(meshConfig, [...METADATA, name])) === 'true';
  if (on('ISTIO_META_DNS_CAPTURE') && on('ISTIO_META_DNS_AUTO_ALLOCATE')) return [];
  if (isFilled(at(spec, 'addresses')) || asList(valueAt(resource.value, ['status', 'addresses'])).length)
    return [];
  const port = all(spec, 'ports[]').find((each) =>
    ['', 'TCP'].includes((text(at(each, 'protocol')) ?? '').toUpperCase()),
  );
  if (!port) return [];
  const what =
    'This port may carry TCP, and the service has no address. Sidecars that answer DNS are given one; to others all connections to this port number look alike. Name its "addresses", or say what is spoken there.';
  return [say('MW2062', port, what, { at: 'key', mends: spoken(port) })];
};

/** What is usually spoken at a port that does not say. */
function spoken(port: Spot) {
  const usual = { 80: 'HTTP', 443: 'TLS' }[number(at(port, 'number')) ?? 0];
  const written = text(at(port, 'protocol'));
  return usual && !written ? [setting([...port.path, 'protocol'], usual, `Say that it is ${usual}`)] : [];
}
